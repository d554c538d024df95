import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { PublicPages, type PageSource } from './public-pages.js';

const API = 'http://api/products/ca-phe';
const PROVINCES = 'http://api/places/provinces';

/** Pages over a made-up application that shows whoever's cookie it is given; `world` is what it is about. */
function somePages() {
  const world = { now: 0, product: 'Còn hàng', renders: 0, answer: {} as ResponseInit, apiStatus: 200, asked: [] as string[] };
  const source: PageSource = {
    render: async (url, headers, ask) => {
      world.renders += 1;
      await new Promise(setImmediate);
      await ask(PROVINCES, 'vi');
      const { text: state } = await ask(API, 'vi');
      const html = `<p>${url}</p><p>${headers.cookie ?? headers.authorization ?? 'khách'}</p><p>${state}</p>${'ơ'.repeat(2000)}`;
      return new Response(html, { headers: { 'content-type': 'text/html', 'x-other': '1' }, ...world.answer });
    },
    ask: async (url) => {
      world.asked.push(url);
      return { status: world.apiStatus, text: world.product };
    },
  };
  return { pages: new PublicPages(source, () => world.now), world };
}
const get = (url: string, headers: Record<string, string> = {}) => ({ method: 'GET', url, headers });

describe('PublicPages', () => {
  // Promise 25, as far as the store can break it; over the whole application: e2e/journeys/foreign-data.journey.ts.
  it('gives nobody what is another visitor’s: 2,000 interleaved requests of 20 people', async () => {
    const { pages, world } = somePages();
    const urls = ['/', '/san-pham', '/san-pham/ca-phe', '/ho/ho-a', '/en'];
    const foreign: string[] = [];
    const visits = Array.from({ length: 2000 }, async (_, n) => {
      const url = urls[n % urls.length]!;
      const answer = await pages.answer(get(url, { cookie: `sid=người-${n % 20}`, authorization: `Bearer người-${n % 20}` }));
      world.now += 7;
      const html = answer!.body!.toString();
      if (html.includes('người-') || !html.includes(`<p>${url}</p>`)) foreign.push(html.slice(0, 80));
    });
    await Promise.all(visits);
    expect(foreign).toEqual([]);
    expect(world.renders).toBeLessThan(50);
  });

  it('leaves every other page to whoever makes it for the one who asks', async () => {
    const { pages, world } = somePages();
    for (const url of ['/gio-hang', '/don-hang/A1', '/?ok=signed-in']) expect(await pages.answer(get(url))).toBeUndefined();
    expect(world.renders).toBe(0);
  });

  it('shows a change within ten seconds', async () => {
    const { pages, world } = somePages();
    await pages.answer(get('/san-pham/ca-phe'));
    world.product = 'Hết hàng';
    world.now += 10_000;
    expect((await pages.answer(get('/san-pham/ca-phe')))!.body!.toString()).toContain('Hết hàng');
  });

  it('is not made again while the API says the same', async () => {
    const { pages, world } = somePages();
    for (let n = 0; n < 10; n += 1, world.now += 10_000) await pages.answer(get('/'));
    expect(world.renders).toBe(1);
  });

  it('asks the provinces, which every page shows, once for all of them', async () => {
    const { pages, world } = somePages();
    for (const url of ['/', '/san-pham', '/en', '/']) {
      await pages.answer(get(url));
      world.now += 10_000;
    }
    expect(world.asked.filter((url) => url === PROVINCES)).toHaveLength(1);
  });

  it.each([
    ['is not there', { status: 404 }, 404],
    ['sets a cookie', { headers: { 'set-cookie': 'a=b' } }, 200],
    ['leads elsewhere', { status: 302, headers: { location: '/x' } }, 302],
  ])('keeps no page that %s', async (_what, answer, status) => {
    const { pages, world } = somePages();
    world.answer = answer;
    const [first] = [await pages.answer(get('/')), await pages.answer(get('/'))];
    expect([first!.status, first!.headers['cache-control'], first!.headers['set-cookie'], world.renders]).toEqual([
      status,
      'no-store',
      undefined,
      2,
    ]);
  });

  it('keeps no page that was made of less than all, and serves the last whole one meanwhile', async () => {
    const { pages, world } = somePages();
    world.apiStatus = 503;
    await pages.answer(get('/'));
    world.apiStatus = 200;
    const whole = (await pages.answer(get('/')))!;
    expect([world.renders, whole.headers.etag]).toEqual([2, expect.stringMatching(/^W\/"[\w-]{27}"$/)]);
    [world.apiStatus, world.answer, world.now] = [503, { status: 502 }, 30_000];
    expect((await pages.answer(get('/')))!.status).toBe(200);
  });

  it('packs as the browser accepts, and sends nothing to one that has it', async () => {
    const { pages } = somePages();
    const plain = (await pages.answer(get('/')))!;
    const br = (await pages.answer(get('/', { 'accept-encoding': 'gzip, br' })))!;
    const gzip = (await pages.answer(get('/', { 'accept-encoding': 'gzip' })))!;
    expect([brotliDecompressSync(br.body!), gunzipSync(gzip.body!)]).toEqual([plain.body, plain.body]);
    expect([br.headers['content-encoding'], gzip.headers['content-encoding'], plain.headers['content-encoding']]).toEqual([
      'br',
      'gzip',
      undefined,
    ]);
    const again = (await pages.answer(get('/', { 'if-none-match': `"x", ${br.headers.etag}` })))!;
    expect([again.status, again.body, again.headers['cache-control']]).toEqual([304, null, 'public, max-age=0, must-revalidate']);
    expect((await pages.answer({ ...get('/'), method: 'HEAD' }))!.body).toBeNull();
    expect(plain.headers['x-other']).toBeUndefined();
  });
});
