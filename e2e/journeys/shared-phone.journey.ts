import { expect, test } from '@playwright/test';
import { phoneOnLine } from './pages/line.js';
import { signIn, visit } from './pages/people.js';
import { deskIsOnPhone } from './pages/phone.js';

const HOUSEHOLD = { phone: '0500000002', name: 'Hộ Trần Văn Bền' };

test('signing out takes the household off the phone, and leaves its drafts to its own account alone', async ({ browser }) => {
  const stamp = Date.now().toString().slice(-6);
  const draft = `Trà sâm dứa ${stamp}`;
  const { page, line } = await phoneOnLine(browser);

  await signIn(page, HOUSEHOLD.phone);
  await visit(page, '/ban-hang');
  await deskIsOnPhone(page);
  await visit(page, '/ban-hang/san-pham/them');
  await page.getByLabel('Tên sản phẩm').fill(draft);
  await line.cut();
  await page.goto('/ban-hang');
  await expect(page.getByRole('heading', { name: HOUSEHOLD.name })).toBeVisible();
  await line.mend();

  await page.getByRole('button', { name: 'Đăng xuất' }).tap();
  await expect(page).toHaveURL(/\/\?ok=signed-out/);
  await line.cut();
  await page.goto('/ban-hang');
  await expect(page.getByText('Không có mạng')).toBeVisible();
  await expect(page.getByText(HOUSEHOLD.name)).toHaveCount(0);
  await line.mend();

  await signIn(page, `0505${stamp}`);
  await visit(page, '/ban-hang/dang-ky');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText(draft)).toHaveCount(0);

  await page.getByRole('button', { name: 'Đăng xuất' }).tap();
  await expect(page).toHaveURL(/\/\?ok=signed-out/);
  await signIn(page, HOUSEHOLD.phone);
  await visit(page, '/ban-hang/san-pham');
  await expect(page.getByRole('link', { name: draft })).toBeVisible();
});
