import { expect, type APIRequestContext, type Browser, type Page } from '@playwright/test';

export const SHOP = process.env.SHOP_URL!;
const API = process.env.API_URL!;

/** The demo people `npm start` prints, as they type their phones. */
export const DEMO = {
  shopper: '0500000001',
  clerk: '0500000003',
  courier: '0500000004',
  officialOfProvince: '0500000005',
  officialOfNation: '0500000006',
  secondOfficialOfNation: '0500000013',
  postalManager: '0500000007',
  hubClerk: '0500000009',
  deliveryClerk: '0500000010',
  deliveryCourier: '0500000012',
  payingManager: '0500000011',
};

/** Opens a page of somebody's own, without anybody else's cookies. */
export async function open(browser: Browser, { width = 1280, javaScriptEnabled = true } = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, baseURL: SHOP, javaScriptEnabled });
  context.setDefaultTimeout(20_000);
  return context.newPage();
}

/** Signs in on the page with the code that the demo inbox holds; the account is made when the phone is new. */
export async function signIn(page: Page, phone: string): Promise<void> {
  await page.goto('/dang-nhap');
  await page.getByLabel('Số điện thoại').fill(phone);
  await page.getByRole('button', { name: 'Gửi mã cho tôi' }).click();
  // Only now is the newest code the one that was just asked for.
  await expect(page.getByLabel('Mã 6 số')).toBeVisible();
  await page.getByLabel('Mã 6 số').fill(await lastCode(page.request, phone, 'identity.code'));
  await page.getByRole('main').getByRole('button', { name: 'Đăng nhập' }).click();
  await isSignedIn(page);
}

/** Signs one of the demo's staff in: the page shows and fills in what all of them share. */
export async function signInStaff(page: Page, phone: string): Promise<void> {
  await page.goto('/dang-nhap');
  await page.getByLabel('Số điện thoại').fill(phone);
  await page.getByRole('button', { name: 'Nhân viên, cán bộ: dùng mật khẩu' }).click();
  await expect(page.getByText('Bản demo: mật khẩu là')).toBeVisible();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await expect(page.getByText('Bản demo: mã bây giờ là')).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Đăng nhập' }).click();
  await isSignedIn(page);
}

async function isSignedIn(page: Page): Promise<void> {
  await expect(async () => expect((await page.request.get('/api/v1/me')).ok()).toBe(true)).toPass({ timeout: 20_000 });
}

/** Opens a page and waits until its JavaScript has taken over what the server drew: a click before that is lost. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: 'networkidle' });
  await expect(async () => expect(await page.evaluate(ANSWERS)).toBe(true)).toPass({ timeout: 20_000 });
}

/** Runs in the browser: whether the page answers to clicks. */
const ANSWERS = 'window.useNuxtApp?.().isHydrating === false';

/** A clerk looks at a household that waits, ticks what was seen and approves it. */
export async function approveHousehold(clerk: Page, name: string): Promise<void> {
  await visit(clerk, '/buu-cuc/ho-cho-duyet');
  await clerk.getByRole('listitem').filter({ hasText: name }).getByRole('link').click();
  for (const seen of [/chủ hộ/, /địa chỉ/, /đất trồng/]) await clerk.getByRole('checkbox', { name: seen }).check();
  await clerk.getByRole('button', { name: 'Duyệt hộ' }).click();
  await expect(clerk.getByText('Đã duyệt. Hộ có thể bày bán.')).toBeVisible();
}

/** The six digits of the newest demo message of a template to a phone. */
export async function lastCode(request: APIRequestContext, phone: string, template: string, holding = ''): Promise<string> {
  const to = `+84${phone.replace(/\D/g, '').slice(1)}`;
  let code: string | undefined;
  await expect(async () => {
    const answer = await request.get(`${API}/api/v1/demo/messages?limit=50&to=${encodeURIComponent(to)}`);
    const { data } = (await answer.json()) as { data: { template: string; text: string }[] };
    const message = data.find((one) => one.template === template && one.text.includes(holding));
    code = message && /\b\d{6}\b/.exec(message.text)?.[0];
    expect(code).toBeTruthy();
  }).toPass({ timeout: 20_000 });
  return code!;
}
