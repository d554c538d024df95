import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identify } from '@choxa/platform';
import { asFailure } from '../failure.js';
import { checkDatabase } from './database.js';
import { startOver } from './fresh.js';
import { requireFreePort } from './ports.js';
import { RunLock } from './run-lock.js';
import { lastWords } from './service.js';
import { childEnvironment, readSettings } from './settings.js';
import { welcome } from './welcome.js';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'choxa-start-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** One sentence in each language, on one line. */
const SENTENCE = /^[^\n/]+.* \/ [^\n]+$/;

describe('the environment of start', () => {
  it('is a demo on the embedded database and none on your own, unless DEMO says otherwise', () => {
    const demo = (env: NodeJS.ProcessEnv): boolean => readSettings(env).config.demo;
    expect([
      demo({}),
      demo({ DATABASE_URL: 'postgres://x/y' }),
      demo({ DEMO: '0' }),
      demo({ DATABASE_URL: 'postgres://x/y', DEMO: '1' }),
    ]).toEqual([true, false, false, true]);
    expect(readSettings({ DEMO: '0' }).seedWhenEmpty).toBe(false);
    expect(readSettings({ DATABASE_URL: '' }).embedded).toBe(true);
  });

  it('names every bad variable at once, before anything is started', () => {
    expect(() => readSettings({ PORT: 'x', DEMO: 'maybe', DATABASE_URL: 'mysql://x' })).toThrow(/DATABASE_URL.*PORT.*DEMO/);
  });

  it('hands the same facts to API and storefront', () => {
    const env = childEnvironment(readSettings({ PORT: '4000', DATA_DIR: folder }), 'postgres://a', { PATH: '/bin' });
    expect(env).toMatchObject({
      DATABASE_URL: 'postgres://a',
      PORT: '4000',
      API_URL: 'http://127.0.0.1:3001',
      DEMO: '1',
      DATA_DIR: folder,
      PATH: '/bin',
    });
    expect(env['PUBLIC_URL']).toBe('http://localhost:4000');
  });
});

describe('a port', () => {
  it('that is taken, on all addresses or on 127.0.0.1 alone, is refused with the variable that moves it', async () => {
    for (const host of [undefined, '127.0.0.1']) {
      const other = createServer();
      await new Promise<void>((done) => other.listen({ port: 0, ...(host ? { host } : {}) }, done));
      const { port } = other.address() as AddressInfo;
      await expect(requireFreePort(port, 'API_PORT')).rejects.toThrow(new RegExp(`${port}.*API_PORT`));
      await new Promise((done) => other.close(done));
      await expect(requireFreePort(port, 'API_PORT')).resolves.toBeUndefined();
    }
  });
});

describe('the note of who runs', () => {
  it('refuses a second start while the first lives, and says where it answers', async () => {
    const lock = await RunLock.take(folder, 'http://localhost:3000');
    await expect(RunLock.take(folder, 'http://localhost:4000')).rejects.toThrow(/http:\/\/localhost:3000/);
    lock.release();
    (await RunLock.take(folder, 'x')).release();
    expect(existsSync(join(folder, 'running.json'))).toBe(false);
  });

  it('stops what a killed start left behind, and nothing that merely has its number', async () => {
    const [left, stranger] = [spawn('sleep', ['60']), spawn('sleep', ['60'])];
    const launcher = { pid: 2 ** 22 + 1, since: '1' };
    const children = [identify(left.pid!)!, { pid: stranger.pid!, since: '1' }];
    writeFileSync(join(folder, 'running.json'), JSON.stringify({ launcher, children, url: 'x' }));
    const gone = new Promise((done) => left.on('exit', done));
    const lock = await RunLock.take(folder, 'x');
    await gone;
    expect(identify(stranger.pid!)).toBeDefined();
    stranger.kill();
    lock.release();
  });

  it('is not blocked by a broken note', async () => {
    writeFileSync(join(folder, 'running.json'), '{"launcher":');
    (await RunLock.take(folder, 'x')).release();
  });
});

describe('DATABASE_URL', () => {
  const good = process.env['TEST_DATABASE_URL']!;
  const refused = (url: string): Promise<string> =>
    checkDatabase(url).then(
      () => 'accepted',
      (error: Error) => error.message,
    );

  it('is accepted when PostgreSQL answers', async () => {
    expect(await refused(good)).toBe('accepted');
  });

  it('that is wrong is refused in one sentence, without the password', async () => {
    const change = (parts: Partial<Record<'password' | 'pathname' | 'port' | 'hostname' | 'search', string>>): string =>
      Object.assign(new URL(good), parts).href;
    expect(await refused(change({ password: 'secret-word' }))).toMatch(/password is wrong/);
    expect(await refused(change({ pathname: '/absent' }))).toMatch(/no such database/);
    expect(await refused(change({ port: '1' }))).toMatch(/no PostgreSQL answers/);
    expect(await refused(change({ port: '1', search: '' }))).toMatch(/no PostgreSQL answers/);
    expect(await refused(change({ hostname: 'no-such-host.invalid', search: '' }))).toMatch(/host/);
    expect(await refused('postgres://a:secret-word@127.0.0.1:port/x')).toMatch(/malformed/);
    for (const url of [change({ password: 'secret-word' }), change({ port: '1' })]) {
      expect(await refused(url)).toMatch(SENTENCE);
      expect(await refused(url)).not.toContain('secret-word');
    }
  });
});

describe('starting over', () => {
  const settings = () => readSettings({ DATA_DIR: folder });
  const withData = (): void => {
    for (const path of ['postgres', 'files', 'logs']) mkdirSync(join(folder, path));
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '18');
  };

  it('deletes the database and the files, and leaves the logs', async () => {
    withData();
    await startOver(settings(), true);
    expect(['postgres', 'files', 'logs'].map((path) => existsSync(join(folder, path)))).toEqual([false, false, true]);
  });

  it('never deletes without asking, nor anything that is not ours', async () => {
    withData();
    await expect(startOver(settings(), false)).rejects.toMatchObject({ exitCode: 2 });
    await expect(startOver(readSettings({ DATA_DIR: folder, DATABASE_URL: 'postgres://x/y' }), true)).rejects.toMatchObject({
      exitCode: 2,
    });
    rmSync(join(folder, 'postgres', 'PG_VERSION'));
    await expect(startOver(settings(), true)).rejects.toThrow(/not a database/);
    expect(existsSync(join(folder, 'files'))).toBe(true);
  });
});

describe('what is said', () => {
  it('is one sentence for every error, with exit code 2 for wrong use only', () => {
    const errors = [
      Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }),
      Object.assign(new Error('could not extend file'), { code: '53100' }),
      Object.assign(new Error('open'), { code: 'EACCES', path: '/x' }),
      Object.assign(new Error(''), { code: 'ECONNREFUSED' }),
      new Error('first line\n    at somewhere'),
      'a string',
      undefined,
    ];
    for (const error of errors) {
      expect(asFailure(error).message).toMatch(SENTENCE);
      expect(asFailure(error).exitCode).toBe(1);
    }
    expect(asFailure(Object.assign(new TypeError("Unknown option '--x'"), { code: 'ERR_PARSE_ARGS_UNKNOWN_OPTION' })).exitCode).toBe(2);
  });

  it('repeats the last error of a log, plain or JSON, and not its chatter', () => {
    expect(lastWords('hello\nError: no table\n    at x\n')).toBe('Error: no table');
    expect(lastWords('{"level":30,"msg":"up"}\n{"level":60,"err":{"message":"bad key\\nmore"},"msg":"api could not start"}\n')).toBe(
      'bad key',
    );
    expect(lastWords('all is well\n')).toBe('');
  });

  it('tells where to look, who to be and how to stop', () => {
    const block = welcome(
      readSettings({ DATA_DIR: folder }),
      [
        { who: 'người mua / shopper', phone: '0900 000 001', password: null },
        { who: 'bưu tá / postman', phone: '0900 000 002', password: 'mot hai ba' },
      ],
      true,
    );
    for (const part of ['http://localhost:3000', 'http://localhost:3001/api/docs', folder, '0900 000 001', 'password mot hai ba', 'Ctrl-C'])
      expect(block).toContain(part);
    expect(readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8')).toContain('DATA_DIR');
  });
});
