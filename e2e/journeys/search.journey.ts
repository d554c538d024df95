import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { open, visit } from './pages/people.js';

test('suggestions are chosen by keyboard, and the field says so', async ({ browser }) => {
  const page = await open(browser, { width: 360 });
  await visit(page, '/');
  const field = page.getByLabel('Tìm sản phẩm', { exact: true });
  await field.click();
  await field.pressSequentially('dua sap');
  const lines = page.getByRole('listbox').getByRole('option');
  await expect(lines.first()).toHaveText(/Dừa sáp/);
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  const { violations } = await new AxeBuilder({ page }).include('header').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  await field.press('ArrowDown');
  await expect(lines.first()).toHaveAttribute('aria-selected', 'true');
  await field.press('Enter');
  await expect(page).toHaveURL(/\/san-pham\?q=D/);
  await expect(page.getByRole('heading', { name: /Dừa sáp/ }).first()).toBeVisible();
});

test('what was chosen stands in the address and is taken off again, without JavaScript', async ({ browser }) => {
  const page = await open(browser, { width: 1280, javaScriptEnabled: false });
  // In whatever month: something that is harvested now.
  const answer = await page.request.get('/api/v1/products?inSeason=true&limit=1');
  const [ripe] = ((await answer.json()) as { data: { name: string; provinceCode: string; provinceName: string; communeName: string }[] })
    .data;
  await page.goto(`/san-pham?province=${ripe!.provinceCode}`);
  await page.getByRole('link', { name: 'Đang mùa thu hoạch' }).click();
  await expect(page).toHaveURL(/inSeason=true/);
  await page.getByRole('link', { name: ripe!.communeName }).first().click();
  await expect(page).toHaveURL(/commune=\d{5}/);
  await expect(page.getByRole('heading', { name: ripe!.name })).toBeVisible();
  await page.getByLabel('Bộ lọc đang dùng').getByRole('link', { name: ripe!.provinceName }).click();
  await expect(page).toHaveURL(/\/san-pham\?inSeason=true$/);
});
