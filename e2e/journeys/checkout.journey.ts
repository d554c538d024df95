import { expect, test, type Page } from '@playwright/test';
import { changePack, fillAddress, namesAsked, onSale, putIntoCart, type Sold } from './pages/checkout.js';
import { open, signIn } from './pages/people.js';

// Issue 4, "Done when": the checkout at 360 px, with and without JavaScript, also when things change in between and when the answer is lost.
const HOUSEHOLD = { phone: '0500000002', name: 'Hộ Trần Văn Bền' };

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    let page: Page;
    let [own, other]: Sold[] = [];
    test.beforeEach(async ({ browser }) => {
      page = await open(browser, { width: 360, javaScriptEnabled });
      const sold = await onSale(page.request);
      own = sold.get(HOUSEHOLD.name)!.at(-1)!;
      other = [...sold].find(([name]) => name !== HOUSEHOLD.name)![1][0]!;
    });
    test.afterEach(() => page.context().close());

    const phone = () => `0504${String(Date.now()).slice(-6)}`;
    const place = () => page.getByRole('button', { name: 'Đặt hàng' }).click();

    test('two households in one cart take three screens and six fields', async () => {
      await putIntoCart(page, own!);
      await putIntoCart(page, other!);
      const screens = [new URL(page.url()).pathname];
      const asked = await fillAddress(page, phone());
      screens.push('/thanh-toan', new URL(page.url()).pathname + new URL(page.url()).search);
      expect(screens).toEqual(['/gio-hang', '/thanh-toan', '/thanh-toan?buoc=xem']);
      expect([...asked, ...(await namesAsked(page))]).toEqual(['recipientName', 'phone', 'province', 'commune', 'street', 'paymentMethod']);
      for (const { householdName } of [own!, other!]) await expect(page.getByRole('heading', { name: householdName })).toBeVisible();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
      await place();
      await expect(page).toHaveURL(/\/don-hang\/CX/);
      await expect(page.getByText('Chờ hộ xác nhận').first()).toBeVisible();
    });

    test('one sells out and the price of another changes in between: each is said, one tap accepts, the rest goes on', async ({
      browser,
    }) => {
      const household = await open(browser);
      await signIn(household, HOUSEHOLD.phone);
      const [gone, dearer] = (await onSale(page.request)).get(HOUSEHOLD.name)!;
      await putIntoCart(page, gone!);
      await putIntoCart(page, dearer!);
      await fillAddress(page, phone());
      await changePack(household, gone!, { onHand: 0 });
      await place();
      await expect(page).toHaveURL(/\/gio-hang/);
      await expect(page.getByText('Vừa hết hàng.')).toBeVisible();
      await page.getByRole('button', { name: 'Nhận hết các thay đổi' }).click();
      await expect(page.getByText('Vừa hết hàng.')).toHaveCount(0);
      await fillAddress(page, phone());
      await changePack(household, dearer!, { priceVnd: dearer!.priceVnd + 1_000 });
      await place();
      await expect(page).toHaveURL(/buoc=xem/);
      await expect(page.getByText(/Giá vừa đổi/)).toBeVisible();
      await place();
      await expect(page).toHaveURL(/\/don-hang\/CX/);
      await changePack(household, dearer!, { priceVnd: dearer!.priceVnd });
      await changePack(household, gone!, { onHand: 60 });
      await household.context().close();
    });

    test('the answer is lost: pressing again, and opening the page again, find the one order', async () => {
      await putIntoCart(page, other!);
      await fillAddress(page, phone());
      const { promise: lost, resolve: lose } = Promise.withResolvers<string | null>();
      await page.route('**/gui/thanh-toan/dat', async (route) => {
        // The server does its work; neither its answer nor the cookies in it arrive.
        const cookies = await page.context().cookies();
        await route.fetch({ maxRedirects: 0 });
        await page.context().clearCookies();
        await page.context().addCookies(cookies);
        await route.abort('connectionreset');
        lose(route.request().postData());
      });
      await place();
      const sent = await lost;
      await page.waitForLoadState();
      await page.unroute('**/gui/thanh-toan/dat');
      await page.goto('/thanh-toan?buoc=xem');
      await page.getByRole('link', { name: 'Xem đơn hàng' }).click();
      await expect(page).toHaveURL(/\/don-hang\/CX/);
      const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
      const again = await page.request.post('/gui/thanh-toan/dat', { data: sent!, headers, maxRedirects: 0 });
      expect(new URL(again.headers().location!, page.url()).pathname).toBe(new URL(page.url()).pathname);
    });
  });
}
