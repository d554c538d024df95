import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';

/** Clicks the first row of the breakdown, the lowest figure, and waits for the view of it. Answers what it is called. */
export async function openLowest(page: Page, by: 'province' | 'commune' | 'household' | 'product'): Promise<string> {
  // While the next table is on its way, that of the level above may still stand there: its links do not name this level.
  const lowest = page.getByRole('region', { name: 'Thấp nhất xếp trước' }).locator(`a[href*="${by}="]`).first();
  const name = (await lowest.textContent())!.trim();
  await lowest.click();
  await expect(page).toHaveURL(new RegExp(`[?&]${by}=`));
  await expect(page.locator('section[aria-labelledby=chi-tieu]')).toContainText(name);
  return name;
}

/** What the main part of a page says, without the moments at which it was asked. */
export async function saidBy(page: Page): Promise<string> {
  return (await page.getByRole('main').innerText()).replace(/Số liệu lúc .*/g, '');
}

/** Takes the table of a name along in one of its forms. */
export async function takeTable(page: Page, name: RegExp, form: 'XLSX' | 'CSV' | 'PDF'): Promise<Buffer> {
  const links = page.getByRole('navigation', { name });
  const [download] = await Promise.all([page.waitForEvent('download'), links.getByRole('link', { name: form, exact: true }).click()]);
  return readFile(await download.path());
}
