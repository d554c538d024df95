import { expect, type Page } from '@playwright/test';
import { visit } from './people.js';

/** Opens a page and chooses there, by its name, the office somebody works at now. */
export async function workAt(page: Page, path: string, officeName: string): Promise<void> {
  await visit(page, path);
  const offices = page.getByLabel('Bưu cục đang làm');
  await offices.selectOption({ label: officeName });
  await expect(page.getByRole('heading', { level: 1, name: officeName })).toBeVisible();
}

/** Puts parcels into a new bag for an office (by its code), closes it and sends it off. Answers the bag's number. */
export async function sendBag(page: Page, toOffice: string, parcels: readonly string[]): Promise<string> {
  const next = page.locator('#toOffice option').filter({ hasText: toOffice });
  await page.locator('#toOffice').selectOption((await next.getAttribute('value'))!);
  await page.getByRole('button', { name: 'Mở túi' }).click();
  await expect(page.getByRole('heading', { name: 'Xếp bưu gửi vào túi' })).toBeVisible();
  for (const number of parcels) {
    await page.getByLabel('Quét bưu gửi').fill(number);
    await page.getByLabel('Quét bưu gửi').press('Enter');
    await expect(page.getByText(`${number} đã vào túi`)).toBeVisible();
  }
  const bag = (await page.getByRole('heading', { level: 1 }).textContent())!.trim();
  await fits(page);
  await page.getByRole('button', { name: 'Đóng túi' }).click();
  await page.getByRole('button', { name: 'Gửi túi đi' }).click();
  await expect(page.getByText('Đang đi', { exact: true })).toBeVisible();
  return bag;
}

/** Takes a bag in by scanning it, and finds in it what was put in. */
export async function unpackBag(page: Page, bag: string, parcels: readonly string[]): Promise<void> {
  await page.getByLabel('Quét số túi').fill(bag);
  await page.getByLabel('Quét số túi').press('Enter');
  for (const number of parcels) {
    await page.getByLabel('Quét bưu gửi trong túi').fill(number);
    await page.getByLabel('Quét bưu gửi trong túi').press('Enter');
  }
  await fits(page);
  await page.getByRole('button', { name: 'Xong, lập biên bản: thiếu 0, thừa 0' }).click();
  await expect(page.getByText(`Đủ (${parcels.length})`)).toBeVisible();
}

/** Presses the button of a scan on the parcel's page and waits for what becomes of the parcel. */
export async function tapScan(page: Page, number: string, code: string, state: string): Promise<void> {
  await visit(page, `/buu-cuc/buu-gui/${number}`);
  await page.getByRole('button', { name: new RegExp(`${code}$`) }).click();
  await showsState(page, number, state);
}

export async function showsState(page: Page, number: string, state: string): Promise<void> {
  await expect(
    page
      .locator('div')
      .filter({ has: page.getByRole('heading', { level: 1, name: number }) })
      .last(),
  ).toContainText(state);
}

/** Nothing is cut off and nothing moves sideways. */
export async function fits(page: Page): Promise<void> {
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
}
