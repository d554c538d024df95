import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createDatabase, dropDatabase } from './create-database.js';
import { identify } from './process-identity.js';
import { startEmbeddedPostgres } from './start-embedded-postgres.js';
import type { EmbeddedPostgres } from './start-embedded-postgres.js';

describe('embedded PostgreSQL', () => {
  let home: string;
  let dataDir: string;
  const started: EmbeddedPostgres[] = [];
  const start = async (port?: number): Promise<EmbeddedPostgres> => {
    const server = await startEmbeddedPostgres({ dataDir, settings: { fsync: 'off' }, ...(port === undefined ? {} : { port }) });
    started.push(server);
    return server;
  };

  beforeEach(async () => {
    // Mode 0700: run as root, every one of these tests is also the test of a closed tree.
    home = await mkdtemp(join(tmpdir(), 'choxa-pg-'));
    dataDir = join(home, 'postgres');
  });
  afterEach(async () => {
    for (const server of started.splice(0)) await server.stop();
    await rm(home, { recursive: true, force: true });
  });

  it('answers on 127.0.0.1 with a password, keeps its rows over a restart, and is gone after stop', async () => {
    const first = await start();
    await query(first.url, 'create table kept (n int); insert into kept values (7)');
    await first.stop();
    expect(identify(first.pid)).toBeUndefined();
    const second = await start();
    expect(await query(second.url, 'select n from kept')).toEqual([{ n: 7 }]);
    await expect(query(second.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toMatchObject({ code: '28P01' });
    expect(await query(second.url, "select current_setting('listen_addresses') as a")).toEqual([{ a: '127.0.0.1' }]);
    expect((await stat(join(dataDir, 'choxa-password'))).mode & 0o777).toBe(0o600);
  });

  it('has the extensions and the Vietnamese order the product uses', async () => {
    const { url } = await start();
    await query(url, 'create extension unaccent; create extension pg_trgm; create extension btree_gin; create extension pgcrypto');
    const names = `unnest(array['Đông','Âu','An','Em','Dừa','Ăn','Dưa']) n`;
    expect(await query(url, `select string_agg(n, ' ' order by n collate "vi-x-icu") as sorted from ${names}`)).toEqual([
      { sorted: 'An Ăn Âu Dưa Dừa Đông Em' },
    ]);
  });

  it('gives two starts at once the same server, and only the starter stops it', async () => {
    const [one, two] = await Promise.all([start(), start()]);
    expect(two.pid).toBe(one.pid);
    const [joined, owner] = one.shared ? [one, two] : [two, one];
    expect([joined.shared, owner.shared]).toEqual([true, false]);
    await joined.stop();
    expect(await query(owner.url, 'select 1 as n')).toEqual([{ n: 1 }]);
  });

  it('replaces a server whose starter was killed', async () => {
    const orphan = await start();
    await writeFile(join(dataDir, 'choxa-owner.json'), JSON.stringify({ pid: 2 ** 22 + 1, since: '1' }));
    const next = await start();
    expect(next.shared).toBe(false);
    expect(identify(orphan.pid)).toBeUndefined();
    expect(await query(next.url, 'select 1 as n')).toEqual([{ n: 1 }]);
  });

  it('comes back on the same port after the server itself was killed', async () => {
    const first = await start();
    await query(first.url, 'create table kept (n int); insert into kept values (7); checkpoint');
    process.kill(first.pid, 'SIGKILL');
    const second = await start(first.port);
    expect(second.port).toBe(first.port);
    expect(await query(first.url, 'select n from kept')).toEqual([{ n: 7 }]);
  });

  it('takes another port when the wanted one is taken', async () => {
    const first = await start();
    dataDir = join(home, 'second');
    const second = await start(first.port);
    expect(second.port).not.toBe(first.port);
  });

  it('begins again where an earlier first start was cut', async () => {
    await mkdir(join(`${dataDir}.new`, 'base'), { recursive: true });
    await writeFile(`${dataDir}.password`, 'left over');
    const { url } = await start();
    expect(await query(url, 'select 1 as n')).toEqual([{ n: 1 }]);
    expect(await readdir(home)).toEqual(['postgres']);
  });

  it('moves a broken cluster aside instead of deleting it, and refuses a folder that is none', async () => {
    await mkdir(join(dataDir, 'base'), { recursive: true });
    await writeFile(join(dataDir, 'PG_VERSION'), '18\n');
    await start();
    expect((await readdir(home)).filter((name) => name.startsWith('postgres.broken-'))).toHaveLength(1);
    dataDir = join(home, 'photos');
    await mkdir(dataDir);
    await writeFile(join(dataDir, 'picture.jpg'), 'x');
    await expect(start()).rejects.toMatchObject({ problem: 'foreign-folder' });
    expect(await readdir(dataDir)).toEqual(['picture.jpg']);
  });

  it('refuses data of another major version', async () => {
    await (await start()).stop();
    await writeFile(join(dataDir, 'PG_VERSION'), '15\n');
    await expect(start()).rejects.toMatchObject({ problem: 'other-version' });
  });

  it('copies a database from a template and drops it while somebody is connected', async () => {
    const { url } = await start();
    const template = await createDatabase(url, 'Mẫu "1"');
    await query(template, 'create table t (n int)');
    const copy = await createDatabase(url, 'copy', { template: 'Mẫu "1"' });
    const client = new pg.Client(copy);
    client.on('error', () => {}); // the drop cuts this connection
    await client.connect();
    expect((await client.query('select count(*)::int as n from t')).rows).toEqual([{ n: 0 }]);
    await dropDatabase(url, 'copy');
    await expect(query(copy, 'select 1')).rejects.toMatchObject({ code: '3D000' });
    await client.end().catch(() => {});
  });
});

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
