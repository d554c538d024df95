import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { open, signIn, visit } from './pages/people.js';

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
  for (const path of pages) {
    await visit(household, path);
    await expect(
      household.getByText('onerror=', { exact: false }).or(household.locator('input[value*="onerror="]')).first(),
    ).toBeAttached();
    expect([path, await household.evaluate<number>('window.hostile ?? 0')]).toEqual([path, 0]);
    // Nothing of it became an element.
    expect([path, await household.locator('img[src="x"], svg[onload], [onerror]').count()]).toEqual([path, 0]);
  }
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
