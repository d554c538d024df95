import { expect, test, type Page } from '@playwright/test';
import { DEMO, open, SHOP as SHOP_ORIGIN, signIn, signInStaff } from './pages/people.js';

const KIB = 1024;

/** What a first load may bring over the network, gzip, in KiB (experience.md, budgets). */
interface Budget {
  javaScript: number;
  css: number;
  html: number;
}
const SHOP: Budget = { javaScript: 120, css: 15, html: 20 };
const HOUSEHOLD: Budget = { javaScript: 200, css: 15, html: 20 };
const OFFICIAL: Budget = { javaScript: 260, css: 15, html: 20 };

/** Loads a page with an empty cache; what it asked for beyond its budget, and everything it asked of somebody else. */
async function excess(page: Page, path: string, budget: Budget): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.setBypassServiceWorker', { bypass: true });
  const kinds = new Map<string, string>();
  const bytes: Record<string, number> = {};
  const strangers: string[] = [];
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    kinds.set(requestId, type);
    if (/^https?:/.test(response.url) && !response.url.startsWith(`${SHOP_ORIGIN}/`)) strangers.push(response.url);
  });
  // Bodies as they come over the network, without the headers of their answers.
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? '';
    if (kind !== 'Document') bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
  });
  // A page comes in pieces, of which the browser tells only the sum, headers included.
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (kinds.get(requestId) === 'Document') bytes.Document = encodedDataLength;
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  await session.detach();
  const over = (name: string, kind: string, most: number): string[] => {
    const kib = (bytes[kind] ?? 0) / KIB;
    return kib > most ? [`${path}: ${name} ${kib.toFixed(1)} KiB of ${most}`] : [];
  };
  expect(bytes.Document).toBeGreaterThan(0);
  return [
    ...over('JavaScript', 'Script', budget.javaScript),
    ...over('CSS', 'Stylesheet', budget.css),
    ...over('HTML', 'Document', budget.html),
    ...strangers.map((url) => `${path} asks ${url}`),
  ];
}

test('the shop stays within its budgets and asks nobody else', async ({ browser }) => {
  const page = await open(browser, { width: 360 });
  const product = await page.request.get('/api/v1/products?limit=1');
  const { data } = (await product.json()) as { data: { slug: string; householdSlug: string }[] };
  const found: string[] = [];
  for (const path of [
    '/',
    '/san-pham',
    `/san-pham/${data[0]!.slug}`,
    `/ho/${data[0]!.householdSlug}`,
    '/gio-hang',
    '/theo-doi',
    '/dang-nhap',
  ])
    found.push(...(await excess(page, path, SHOP)));
  expect(found).toEqual([]);
});

test('the desks stay within theirs', async ({ browser }) => {
  test.setTimeout(180_000);
  const household = await open(browser, { width: 360 });
  await signIn(household, '0500000002');
  const official = await open(browser);
  await signInStaff(official, DEMO.officialOfNation);
  const found: string[] = [];
  for (const path of ['/ban-hang', '/ban-hang/san-pham', '/ban-hang/san-pham/them', '/ban-hang/don-hang'])
    found.push(...(await excess(household, path, HOUSEHOLD)));
  for (const path of ['/giam-sat', '/giam-sat/cong-nhan']) found.push(...(await excess(official, path, OFFICIAL)));
  expect(found).toEqual([]);
});
