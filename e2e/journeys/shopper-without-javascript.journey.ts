import { expect, test } from '@playwright/test';
import { goOnFromAddress } from './pages/checkout.js';
import { open } from './pages/people.js';

test('a shopper at 360 px without JavaScript searches, reads, buys, follows', async ({ browser }) => {
  const page = await open(browser, { width: 360, javaScriptEnabled: false });
  const stamp = Date.now().toString().slice(-6);

  await page.goto('/');
  await page.getByRole('searchbox').fill('ca phe');
  await page.getByRole('searchbox').press('Enter');
  await expect(page).toHaveURL(/\/san-pham\?.*q=ca/);
  await expect(page.getByRole('link', { name: /Cà phê/ }).first()).toBeVisible();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);

  await page
    .getByRole('link', { name: /Cà phê Arabica Cầu Đất rang mộc/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cà phê Arabica Cầu Đất rang mộc');
  await expect(page.getByText('185.000').first()).toBeVisible();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);

  await page.getByRole('button', { name: 'Thêm vào giỏ' }).first().click();
  await page.goto('/gio-hang');
  await expect(page.getByText('Cà phê Arabica Cầu Đất rang mộc').first()).toBeVisible();
  await page.getByRole('link', { name: 'Đặt hàng' }).click();

  await page.getByLabel('Họ tên người nhận').fill('Khách Không Script');
  await page.getByLabel('Số điện thoại').fill(`0503${stamp}`);
  await page.getByLabel('Xã, phường').fill('xã Thạnh Phú, huyện Cầu Kè, Trà Vinh');
  await page.getByLabel('Số nhà, đường, thôn xóm').fill('Ấp 1');
  await goOnFromAddress(page);
  await page.getByRole('button', { name: 'Đặt hàng' }).click();
  await expect(page).toHaveURL(/\/don-hang\/CX/);
  await expect(page.getByText('Chờ hộ xác nhận')).toBeVisible();

  let parcel = '';
  await expect(async () => {
    await page.reload();
    parcel = /[A-Z]{2}\d{9}XA|CLX\d{11}/.exec((await page.getByRole('main').innerText()).replace(/[ \u00a0]/g, ''))![0];
  }).toPass({ timeout: 20_000 });
  await page.goto(`/theo-doi/${parcel}`);
  await expect(page.getByText('Đã báo gửi').first()).toBeVisible();
});

test('the same pages speak English', async ({ browser }) => {
  const page = await open(browser, { javaScriptEnabled: false });
  await page.goto('/en/san-pham?q=ca%20phe');
  await expect(page.locator('html')).toHaveAttribute('lang', /^en/);
  await expect(page.getByRole('link', { name: /Cà phê/ }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Account' }).first()).toBeVisible();
});
