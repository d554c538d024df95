import { expect, test, type Page } from '@playwright/test';
import { fillCart, goods, placeOrder, reviewedProduct } from './pages/buyer.js';
import { DEMO, open, SHOP as SHOP_ORIGIN, signIn, signInStaff } from './pages/people.js';

const KIB = 1024;

/** What a first load may bring over the network, packed, in KiB (experience.md, budgets). */
interface Budget {
  javaScript: number;
  css: number;
  html: number;
  fonts: number;
  /** The whole first screen, pictures included. */
  all: number;
}
const SHOP: Budget = { javaScript: 120, css: 15, html: 20, fonts: 66, all: 500 };
const HOUSEHOLD: Budget = { ...SHOP, javaScript: 200 };
const OFFICIAL: Budget = { ...SHOP, javaScript: 260 };
const THUMBNAIL = { name: /-320\.webp$/, most: 25 };

/** Loads a page with an empty cache; what it asked for beyond its budget, and everything it asked of somebody else. */
async function excess(page: Page, path: string, budget: Budget): Promise<string[]> {
  // The page before may still be loading: what it brings is not this one's.
  await page.goto('about:blank');
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.setBypassServiceWorker', { bypass: true });
  const kinds = new Map<string, string>();
  const thumbnails = new Map<string, string>();
  const sizes = new Map<string, number>();
  const bytes: Record<string, number> = {};
  const strangers: string[] = [];
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    kinds.set(requestId, type);
    if (THUMBNAIL.name.test(response.url)) thumbnails.set(requestId, response.url);
    if (/^https?:/.test(response.url) && !response.url.startsWith(`${SHOP_ORIGIN}/`)) strangers.push(response.url);
  });
  // Bodies as they come over the network, without the headers of their answers.
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    if (!kind) return;
    if (kind !== 'Document') bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
    sizes.set(requestId, (sizes.get(requestId) ?? 0) + encodedDataLength);
  });
  // A page comes in pieces, of which the browser tells only the sum, headers included.
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (kinds.get(requestId) === 'Document') bytes.Document = encodedDataLength;
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  await session.detach();
  const over = (name: string, size: number, most: number): string[] =>
    size / KIB > most ? [`${path}: ${name} ${(size / KIB).toFixed(1)} KiB of ${most}`] : [];
  expect(bytes.Document).toBeGreaterThan(0);
  return [
    ...over('JavaScript', bytes.Script ?? 0, budget.javaScript),
    ...over('CSS', bytes.Stylesheet ?? 0, budget.css),
    ...over('HTML', bytes.Document ?? 0, budget.html),
    ...over('fonts', bytes.Font ?? 0, budget.fonts),
    ...over(
      'all',
      Object.values(bytes).reduce((sum, size) => sum + size, 0),
      budget.all,
    ),
    ...[...thumbnails].flatMap(([id, url]) => over(url, sizes.get(id) ?? 0, THUMBNAIL.most)),
    ...strangers.map((url) => `${path} asks ${url}`),
  ];
}

test('the shop stays within its budgets and asks nobody else', async ({ browser }) => {
  test.setTimeout(240_000);
  const page = await open(browser, { width: 360 });
  const { householdSlug } = (await goods(page))[0]!;
  await fillCart(page);
  const order = await placeOrder(page);
  await fillCart(page);
  const pages = ['/', '/san-pham', `/san-pham/${await reviewedProduct(page)}`, `/ho/${householdSlug}`, '/gio-hang', '/thanh-toan'];
  const found: string[] = [];
  for (const path of [...pages, order, '/xep-hang', '/du-lieu-mo', '/theo-doi', '/dang-nhap'])
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
  for (const path of ['/giam-sat', '/giam-sat/chi-tieu/12', '/giam-sat/cong-nhan']) found.push(...(await excess(official, path, OFFICIAL)));
  expect(found).toEqual([]);
});
