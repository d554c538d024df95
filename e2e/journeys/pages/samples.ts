import { expect, type Page } from '@playwright/test';
import bwipjs from 'bwip-js/node';
import sharp, { type Sharp } from 'sharp';
import { visit } from './people.js';
import { deskIsOnPhone, keptAnswers } from './phone.js';

/** A drawn product, as far as a journey looks at it. */
interface DrawnItem {
  productId: string;
  productName: string;
  /** `barcode`: 14 digits. */
  label: { barcode: string | null };
  inspections: Inspection[];
}

export interface Inspection {
  codeMatches: boolean | null;
  photoIds: string[];
}

/** Draws a sample of a quarter on its page and waits until the sample's own page is there. */
export async function drawSample(
  official: Page,
  { title, quarter, size }: { title: string; quarter: string; size: number },
): Promise<void> {
  await visit(official, '/giam-sat/mau');
  await official.locator('summary', { hasText: 'Rút mẫu mới' }).click();
  await official.getByLabel('Tên đợt kiểm tra').fill(title);
  await official.getByLabel('Kỳ', { exact: true }).selectOption(quarter);
  await official.getByLabel('Số sản phẩm cần kiểm tra').fill(String(size));
  await official.getByRole('button', { name: 'Rút mẫu', exact: true }).click();
  await expect(official.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** The products of a sample in the sequence of its list. */
export async function itemsOf(official: Page, sample: string): Promise<DrawnItem[]> {
  const answer = await official.request.get(`/api/v1/audit/samples/${sample}/items`);
  return ((await answer.json()) as { data: DrawnItem[] }).data;
}

/** The declared number as it is printed on the pack. */
export async function pictureOfCode({ label }: DrawnItem): Promise<Sharp> {
  return sharp(await bwipjs.toBuffer({ bcid: 'ean13', text: label.barcode!.slice(1), scale: 4, padding: 20, backgroundcolor: 'ffffff' }));
}

/** Opens a sample's list for the road on a phone, and waits until it can be had without a network. */
export async function takeOnTheRoad(phone: Page, title: string): Promise<void> {
  await visit(phone, '/giam-sat/mau');
  await phone.getByRole('link', { name: title }).tap();
  await phone.getByRole('link', { name: 'Đi kiểm tra' }).tap();
  await expect(phone.getByRole('heading', { name: /^Còn \d+ sản phẩm/ })).toBeVisible();
  await deskIsOnPhone(phone);
  await expect.poll(() => keptAnswers(phone)).toContainEqual(expect.stringMatching(/samples\/[^/]+\/items$/));
}

/** Opens a product of the list, or the first that is still to be judged. */
export async function openItem(phone: Page, item?: DrawnItem): Promise<void> {
  const items = phone.getByRole('main').getByRole('listitem');
  await (item ? items.filter({ hasText: item.productName }) : items).first().getByRole('link').tap();
}

/** Judges the open product: everything right but the fields named. */
export async function saveVerdicts(phone: Page, wrong: string[] = []): Promise<void> {
  await phone.getByRole('button', { name: 'Tất cả đúng' }).tap();
  for (const field of wrong) await phone.getByRole('group', { name: field }).getByText('Sai', { exact: true }).tap();
  await phone.getByRole('button', { name: 'Lưu kết quả' }).tap();
}
