import { expect, type Page } from '@playwright/test';

/** Clicks the first row of the breakdown, the lowest figure, and waits for the view of it. Answers what it is called. */
export async function openLowest(page: Page, by: 'province' | 'commune' | 'household' | 'product'): Promise<string> {
  const lowest = page.getByRole('region', { name: 'Thấp nhất xếp trước' }).getByRole('link').first();
  const name = (await lowest.textContent())!.trim();
  await lowest.click();
  await expect(page).toHaveURL(new RegExp(`[?&]${by}=`));
  await expect(page.locator('section[aria-labelledby=chi-tieu]')).toContainText(name);
  return name;
}

/** What the main part of a page says, without the moments at which it was asked. */
export async function saidBy(page: Page): Promise<string> {
  return (await page.getByRole('main').innerText()).replace(/\d\d:\d\d/g, '');
}
