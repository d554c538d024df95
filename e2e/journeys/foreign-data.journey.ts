import { expect, test, type APIRequestContext } from '@playwright/test';
import { lastCode, SHOP } from './pages/people.js';

// Promise 25. What of it the store of pages could break has its mutant there: apps/storefront/server/page-cache/public-pages.spec.ts.
const PEOPLE = 20;
const REQUESTS = 2000;
const LANES = 25;
const COMMUNE = '26740';

interface Visitor {
  /** Stands in everything that is theirs; undefined for a guest. */
  marker: string | undefined;
  cookie: string;
  /** Pages that show one visitor's own things. */
  own: string[];
}

test('2,000 interleaved requests of twenty people and of guests show nobody what is another’s', async ({ playwright }) => {
  test.setTimeout(600_000);
  const guest = await playwright.request.newContext({ baseURL: SHOP });
  const { data } = (await (await guest.get('/api/v1/products?limit=100')).json()) as {
    data: { packId: string; slug: string; householdSlug: string; inStock: boolean }[];
  };
  const sold = data.filter(({ inStock }) => inStock);
  const visitors: Visitor[] = [{ marker: undefined, cookie: '', own: [] }];
  for (let n = 0; n < PEOPLE; n += 1) {
    const request = await playwright.request.newContext({ baseURL: SHOP, extraHTTPHeaders: { 'sec-fetch-site': 'same-origin' } });
    visitors.push(await somebody(request, n, sold[n % sold.length]!.packId));
  }
  const [{ slug, householdSlug }] = data as [(typeof data)[number]];
  const forAll = ['/', '/en', '/san-pham', '/san-pham?q=ca%20phe', `/san-pham/${slug}`, `/en/san-pham/${slug}`, `/ho/${householdSlug}`];
  const forOne = [
    '/gio-hang',
    '/en/gio-hang',
    '/thanh-toan',
    '/tai-khoan',
    '/tai-khoan/du-lieu',
    '/?ok=signed-in',
    `/san-pham/${slug}?x=1`,
    '/gui/khach',
  ];

  const markers = visitors.flatMap(({ marker }) => marker ?? []);
  const faults: string[] = [];
  let [asked, ownSeen] = [0, 0];
  const lane = async (): Promise<void> => {
    while (asked < REQUESTS) {
      const n = asked++;
      const { marker, cookie, own } = visitors[n % visitors.length]!;
      const paths = Math.floor(n / visitors.length) % 2 ? forAll : [...forOne, ...own];
      const path = paths[Math.floor(n / visitors.length / 2) % paths.length]!;
      const answer = await fetch(SHOP + path, { headers: { cookie, accept: 'text/html' }, redirect: 'manual' });
      const text = await answer.text();
      const foreign = markers.filter((one) => one !== marker && text.includes(one));
      if (foreign.length) faults.push(`${path} shows ${marker} what is ${foreign.join()}’s`);
      if (answer.status >= 500) faults.push(`${path}: ${answer.status}`);
      const kept = answer.headers.get('cache-control') ?? '';
      if (paths === forAll ? marker && text.includes(marker) : answer.status === 200 && !kept.includes('no-store'))
        faults.push(`${path} (${kept}) as ${marker}`);
      ownSeen += Number(marker !== undefined && text.includes(marker));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  expect(faults).toEqual([]);
  // The pages are not merely empty of everybody.
  expect(ownSeen).toBeGreaterThan(REQUESTS / 4);
});

/** Somebody with a name, an address, an order and a filled cart, all of which carry their marker. */
async function somebody(request: APIRequestContext, n: number, packId: string): Promise<Visitor> {
  const marker = `Dấu${String.fromCharCode(65 + n)}${crypto.randomUUID().slice(0, 8)}`;
  const phone = `05009${String(10_000 + n)}`;
  const send = async (method: string, path: string, body: object, headers: Record<string, string> = {}): Promise<any> => {
    const answer = await request.fetch(`/api/v1${path}`, { method, data: body, headers });
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
    return answer.status() === 204 ? null : answer.json();
  };
  await send('POST', '/one-time-codes', { phone });
  await send('POST', '/sessions', { phone, code: await lastCode(request, phone, 'identity.code'), name: marker });
  const place = { recipientName: `Khách ${marker}`, phone, communeCode: COMMUNE, street: `Ngõ ${marker}` };
  await send('POST', '/account/addresses', { ...place, label: marker });
  await send('POST', '/cart/lines', { packId, quantity: 1 });
  const order = await send('POST', '/orders', { ...place, paymentMethod: 'cod' }, { 'idempotency-key': crypto.randomUUID() });
  await send('POST', '/cart/lines', { packId, quantity: 1 });
  const { cookies } = await request.storageState();
  return { marker, cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '), own: [`/don-hang/${order.number}`] };
}
