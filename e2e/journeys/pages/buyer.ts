import { expect, type APIResponse, type Page } from '@playwright/test';

interface Item {
  packId: string;
  slug: string;
  householdSlug: string;
  inStock: boolean;
}

const SAME_ORIGIN = { 'sec-fetch-site': 'same-origin' };

/** Goods as the shop lists them. */
export async function goods(page: Page): Promise<Item[]> {
  return ((await whole(await page.request.get('/api/v1/products?limit=50'))) as { data: Item[] }).data;
}

/** The slug of a product that buyers have spoken about. */
export async function reviewedProduct(page: Page): Promise<string> {
  for (const { slug } of await goods(page)) {
    const product = (await whole(await page.request.get(`/api/v1/products/${slug}`))) as { rating: object | null };
    if (product.rating) return slug;
  }
  throw new Error('no product of the demo has a review');
}

/** Puts one of something that is there into the visitor's cart. */
export async function fillCart(page: Page): Promise<void> {
  const { packId } = (await goods(page)).find(({ inStock }) => inStock)!;
  await whole(await page.request.post('/api/v1/cart/lines', { headers: SAME_ORIGIN, data: { packId, quantity: 1 } }));
}

/** Orders what lies in the cart, with a phone nobody has ordered with (many orders with one ask for its proof); the path of the order's page. */
export async function placeOrder(page: Page): Promise<string> {
  const phone = `0504${Math.random().toString().slice(2, 8)}`;
  const data = { recipientName: 'Khách Thử', phone, communeCode: '26740', street: 'Số 1', paymentMethod: 'cod' };
  const headers = { ...SAME_ORIGIN, 'idempotency-key': crypto.randomUUID() };
  const placed = (await whole(await page.request.post('/api/v1/orders', { headers, data }))) as { number: string; accessKey: string };
  return `/don-hang/${placed.number}?key=${encodeURIComponent(placed.accessKey)}`;
}

async function whole(answer: APIResponse): Promise<unknown> {
  expect([answer.ok(), answer.ok() ? '' : await answer.text()]).toEqual([true, '']);
  return answer.json();
}
