import { expect, type APIRequestContext, type Page } from '@playwright/test';
import { SHOP } from './people.js';

export interface Sold {
  packId: string;
  slug: string;
  priceVnd: number;
  householdName: string;
}

/** What is on sale, by household. */
export async function onSale(request: APIRequestContext): Promise<Map<string, Sold[]>> {
  const answer = await request.get('/api/v1/products?limit=100');
  const { data } = (await answer.json()) as { data: (Sold & { inStock: boolean })[] };
  return Map.groupBy(
    data.filter(({ inStock }) => inStock),
    ({ householdName }) => householdName,
  );
}

/** Puts one into the cart as a shopper does, from its page. */
export async function putIntoCart(page: Page, { slug, packId }: Sold): Promise<void> {
  await page.goto(`/san-pham/${slug}`);
  await page
    .locator('form')
    .filter({ has: page.locator(`input[value="${packId}"]`) })
    .getByRole('button', { name: 'Thêm vào giỏ' })
    .click();
  await expect(page).toHaveURL(/\/gio-hang/);
}

/** First screen of the checkout; gives the names of the fields it asks for. */
export async function fillAddress(page: Page, phone: string): Promise<string[]> {
  await page.getByRole('link', { name: 'Đặt hàng' }).click();
  await page.getByLabel('Họ tên người nhận').fill('Khách Ba Màn Hình');
  await page.getByLabel('Số điện thoại').fill(phone);
  await page.getByLabel('Tỉnh, thành', { exact: true }).selectOption({ label: 'Thành phố Hồ Chí Minh' });
  await page.getByLabel('Xã, phường').fill('Thủ Đức');
  await page.getByLabel('Số nhà, đường, thôn xóm').fill('12 đường Hoa Ban');
  const asked = await namesAsked(page);
  await goOnFromAddress(page);
  return asked;
}

/** Sends the first screen; where an old place name means several places of today, the first of them is taken. */
export async function goOnFromAddress(page: Page): Promise<void> {
  const [which, order] = [page.getByText(/nay thuộc nơi nào/), page.getByRole('button', { name: 'Đặt hàng' })];
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await expect(which.or(order)).toBeVisible();
  if (await which.isVisible()) {
    await page.getByRole('radio').first().check();
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
  }
  await expect(page).toHaveURL(/buoc=xem/);
}

/** Names of the fields that the main part of a page shows, those behind "Thêm lựa chọn" left out; radios of one name count once. */
export async function namesAsked(page: Page): Promise<string[]> {
  const names = await page
    .getByRole('main')
    .locator('input:visible, select:visible, textarea:visible')
    .evaluateAll((fields) => fields.filter((field) => !field.closest('details')).map((field) => field.getAttribute('name') ?? ''));
  return [...new Set(names)];
}

/** Changes a pack of the household that is signed in on the page. */
export async function changePack(page: Page, { packId }: Sold, change: { priceVnd: number } | { onHand: number }): Promise<void> {
  const options = { data: change, headers: { origin: SHOP } };
  const path = `/api/v1/packs/${packId}`;
  const answer = 'onHand' in change ? await page.request.put(`${path}/stock`, options) : await page.request.patch(path, options);
  expect(answer.ok(), await answer.text()).toBe(true);
}
