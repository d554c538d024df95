import { expect, test, type Page } from '@playwright/test';
import sharp from 'sharp';
import { DEMO, open, signIn, visit } from './pages/people.js';

// Promise 24: whatever a household types is text wherever it is shown. The payloads run in a page that takes them for HTML, for a script's
// end, for an attribute or for a template.
const RUN = 'window.hostile=(window.hostile||0)+1';
const PAYLOADS = [
  `<script><script>${RUN}</script>`,
  `<img src=x onerror="${RUN}">`,
  `</script><script>${RUN}</script>`,
  `"><svg onload="${RUN}">`,
  `{{constructor.constructor('${RUN}')()}}`,
  `javascript:${RUN}`,
];
const hostile = (field: string, most: number): string => `${field} ${PAYLOADS.join(' ')}`.slice(0, most);

/** Each page shows the payloads as text: none ran, none became an element. */
async function showsText(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await visit(page, path);
    await expect(page.getByText('onerror=', { exact: false }).or(page.locator('input[value*="onerror="]')).first()).toBeAttached();
    expect([path, await page.evaluate<number>('window.hostile ?? 0')]).toEqual([path, 0]);
    expect([path, await page.locator('img[src="x"], svg[onload], [onerror]').count()]).toEqual([path, 0]);
  }
}

test('hostile text in every field of a product is shown as text, on its page, at the desk and on the label', async ({ browser }) => {
  test.setTimeout(180_000);
  const household = await open(browser, { width: 360 });
  await signIn(household, '0500000002');
  const errors: string[] = [];
  household.on('pageerror', (error) => errors.push(error.message));
  const id = crypto.randomUUID();
  const headers = { 'sec-fetch-site': 'same-origin' };
  const facts = {
    name: hostile('Chè', 150),
    setCode: '11',
    description: hostile('Mô tả', 5000),
    brandName: PAYLOADS[0],
    standards: hostile('TCVN', 300),
    storageAdvice: hostile('Để', 300),
    shelfLifeDays: 90,
    allergens: ['gluten'],
    pack: { netContentValue: 100, netContentUnit: 'g', priceVnd: 50_000, stock: 5 },
  };
  const saved = await household.request.put(`/api/v1/products/${id}`, { headers, data: facts });
  expect(saved.status()).toBe(200);
  const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#373' } })
    .jpeg()
    .toBuffer();
  const photo = { name: `${PAYLOADS[0]}.jpg`, mimeType: 'image/jpeg', buffer: picture };
  const image = (await (await household.request.post(`/api/v1/products/${id}/images`, { headers, multipart: { file: photo } })).json()) as {
    id: string;
  };
  await household.request.patch(`/api/v1/images/${image.id}`, { headers, data: { alt: hostile('Ảnh', 150) } });
  const published = await household.request.post(`/api/v1/products/${id}/publication`, { headers });
  const { slug, pack } = (await published.json()) as { slug: string; pack: { id: string } };
  await household.request.post(`/api/v1/packs/${pack.id}/barcodes`, { headers, data: { kind: 'internal' } });

  const pages = ['', '/en'].flatMap((language) => [
    `${language}/san-pham/${slug}`,
    `${language}/san-pham?q=onerror`,
    `${language}/ban-hang/san-pham/${id}`,
    `${language}/ban-hang/san-pham`,
  ]);
  await showsText(household, pages);
  expect(errors).toEqual([]);
  const label = await household.request.get(`/api/v1/packs/${pack.id}/label.pdf`);
  expect([label.status(), label.headers()['content-type'], label.headers()['x-content-type-options']]).toEqual([
    200,
    'application/pdf',
    'nosniff',
  ]);
  expect((await label.body()).includes('/JavaScript')).toBe(false);
  await household.request.delete(`/api/v1/products/${id}/publication`, { headers });
});

test('hostile text of a review, a reply, a question and an answer is shown as text', async ({ browser }) => {
  test.setTimeout(180_000);
  const headers = { 'sec-fetch-site': 'same-origin' };
  const [household, shopper] = [await open(browser, { width: 360 }), await open(browser, { width: 360 })];
  await signIn(household, '0500000002');
  await signIn(shopper, DEMO.shopper);
  const errors: string[] = [];
  for (const page of [household, shopper]) page.on('pageerror', (error) => errors.push(error.message));

  const said = (await (await household.request.get('/api/v1/household/reviews?state=replied&limit=1')).json()) as {
    data: { id: string; slug: string; reply: string }[];
  };
  const [{ id, slug, reply }] = said.data as [{ id: string; slug: string; reply: string }];
  await household.request.put(`/api/v1/reviews/${id}/reply`, { headers, data: { text: hostile('Cảm ơn', 1000) } });
  const asked = await shopper.request.post(`/api/v1/products/${slug}/questions`, { headers, data: { text: hostile('Hỏi', 500) } });
  const question = (await asked.json()) as { id: string };
  await showsText(household, ['/ban-hang/danh-gia?xem=replied', '/ban-hang/hoi-dap']);
  await household.request.put(`/api/v1/questions/${question.id}/answer`, { headers, data: { text: hostile('Đáp', 1000) } });
  await showsText(shopper, [`/san-pham/${slug}`, `/hoi-dap/${slug}`, `/en/hoi-dap/${slug}`]);

  const bought = await receivedOrder(shopper);
  await shopper.request.put(`/api/v1/orders/${bought.number}/lines/${bought.lineId}/review`, {
    headers,
    data: { stars: 3, text: hostile('Món', 2000) },
  });
  await showsText(shopper, [`/don-hang/${bought.number}/danh-gia`, `/san-pham/${bought.slug}`]);
  expect(errors).toEqual([]);
  await household.request.put(`/api/v1/reviews/${id}/reply`, { headers, data: { text: reply } });
  await household.request.put(`/api/v1/questions/${question.id}/answer`, { headers, data: { text: 'Dạ có.' } });
});

/** An order of the demo shopper's that has arrived, and a line of it. */
async function receivedOrder({ request }: Page): Promise<{ number: string; lineId: string; slug: string }> {
  const { data } = (await (await request.get('/api/v1/account/orders')).json()) as { data: { number: string }[] };
  for (const { number } of data) {
    const lines = (await (await request.get(`/api/v1/orders/${number}/reviews`)).json()) as { data: { lineId: string; slug: string }[] };
    if (lines.data[0]) return { number, ...lines.data[0] };
  }
  throw new Error('the demo shopper has received nothing');
}
