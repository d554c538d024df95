import type { lookup } from 'node:dns';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Config } from '../config/config.js';
import { OutsideCalls } from './outside-calls.js';

// Promise 26: whatever an address is written like, nothing of ours that is not public hears from us.

/** Answers of a name server, one after the other; the last one again and again. */
class Resolving extends OutsideCalls {
  asked = 0;

  constructor(config: Config, ...answers: string[][]) {
    super(config);
    const resolve = (_name: string, _options: object, done: (error: Error | null, addresses: object[]) => void): void => {
      const addresses = answers[Math.min(this.asked, answers.length - 1)]!;
      this.asked += 1;
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    };
    Object.assign(this, { resolve: resolve as typeof lookup });
  }
}

const closed = new Config();
const open = Object.assign(new Config(), { allowPrivateCalls: true });

let inside: Server;
let port: number;
let heard: string[];

beforeAll(async () => {
  inside = createServer((request, reply) => {
    heard.push(request.url ?? '');
    if (request.url === '/elsewhere') reply.writeHead(307, { location: `http://127.0.0.1:${port}/secret` }).end();
    else reply.writeHead(200).end('x'.repeat(request.url === '/much' ? 10_000_000 : 2));
  });
  // Every connection counts, also one that says nothing.
  inside.on('connection', () => heard.push('connected'));
  await new Promise<void>((resolve) => inside.listen(0, resolve));
  port = (inside.address() as AddressInfo).port;
});
beforeEach(() => {
  heard = [];
});
afterAll(() => new Promise((resolve) => inside.close(resolve)));

const postTo = (calls: OutsideCalls, url: string) => calls.post({ url, headers: {}, body: '{}' });

describe('an address that somebody gave us', () => {
  it.each([
    ['https://push.example.com/abc', true],
    ['http://push.example.com/abc', false],
    ['https://localhost/abc', false],
    ['https://2130706433/abc', false],
    ['https://0x7f.1/abc', false],
    ['https://0177.0.0.1/abc', false],
    ['https://[::ffff:127.0.0.1]/abc', false],
    ['https://[2606:4700:4700::1111]/abc', true],
    ['https://user:word@push.example.com/', false],
    ['ftp://push.example.com/', false],
    ['push.example.com', false],
  ])('%s may be kept: %s', (address, allowed) => {
    expect(new OutsideCalls(closed).allows(address)).toBe(allowed);
  });

  it.each([
    '127.0.0.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '127.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    'localhost',
    'localhost.',
  ])('written as %s reaches nothing inside', async (host) => {
    for (const scheme of ['http', 'https'])
      await expect(postTo(new OutsideCalls(closed), `${scheme}://${host}:${port}/`)).rejects.toThrow();
    expect(heard).toEqual([]);
  });

  it.each([[['127.0.0.1']], [['::1']], [['::ffff:127.0.0.1']], [['10.0.0.7']], [['169.254.169.254']], [['8.8.8.8', '127.0.0.1']], [[]]])(
    'whose name leads to %j reaches nothing inside',
    async (addresses) => {
      const calls = new Resolving(closed, addresses);
      await expect(postTo(calls, `https://hooks.example.com:${port}/`)).rejects.toThrow('does not lead to the public internet');
      expect(heard).toEqual([]);
    },
  );

  it('is resolved anew for every call, and connected to as it was resolved then', async () => {
    const calls = new Resolving(open, ['127.0.0.1'], ['127.0.0.1']);
    await postTo(calls, `http://hooks.example.com:${port}/a`);
    expect([calls.asked, heard]).toEqual([1, ['connected', '/a']]);
    await postTo(calls, `http://hooks.example.com:${port}/b`);
    expect([calls.asked, heard]).toEqual([2, ['connected', '/a', 'connected', '/b']]);
  });

  it('that led outside when it was kept is refused once it leads inside', async () => {
    const calls = new Resolving(closed, ['127.0.0.1']);
    const url = `https://rebound.example.com:${port}/`;
    expect(calls.allows(url)).toBe(true);
    await expect(postTo(calls, url)).rejects.toThrow('does not lead to the public internet');
    expect(heard).toEqual([]);
  });

  it('that redirects is not followed', async () => {
    expect(await postTo(new OutsideCalls(open), `http://127.0.0.1:${port}/elsewhere`)).toEqual({ status: 307, text: '' });
    expect(heard).toEqual(['connected', '/elsewhere']);
  });

  it('that answers without end is read only at its beginning', async () => {
    const { status, text } = await postTo(new OutsideCalls(open), `http://127.0.0.1:${port}/much`);
    expect([status, text.length]).toEqual([200, 4096]);
  });
});
