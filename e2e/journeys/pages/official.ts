import { readFile } from 'node:fs/promises';
import { PDFiumLibrary } from '@hyzyla/pdfium';
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

/** Takes the table of a name along in one of its forms. */
export async function takeTable(page: Page, name: RegExp, form: 'XLSX' | 'CSV' | 'PDF'): Promise<Buffer> {
  const links = page.getByRole('navigation', { name });
  const [download] = await Promise.all([page.waitForEvent('download'), links.getByRole('link', { name: form }).click()]);
  return readFile(await download.path());
}

/** The text of the first page of a PDF, lines joined by spaces. */
export async function pdfText(bytes: Buffer): Promise<string> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  const text = document.getPage(0).getText().replace(/\s+/g, ' ');
  document.destroy();
  library.destroy();
  return text;
}
