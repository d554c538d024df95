import { expect, type Page } from '@playwright/test';
import { visit } from './people.js';
import { deskIsOnPhone, keptAnswers } from './phone.js';

/** Draws a sample on its page and waits until the sample's own page is there. */
export async function drawSample(official: Page, { title, size }: { title: string; size: number }): Promise<void> {
  await visit(official, '/giam-sat/mau');
  await official.locator('summary', { hasText: 'Rút mẫu mới' }).click();
  await official.getByLabel('Tên đợt kiểm tra').fill(title);
  await official.getByLabel('Số sản phẩm cần kiểm tra').fill(String(size));
  await official.getByRole('button', { name: 'Rút mẫu', exact: true }).click();
  await expect(official.getByRole('heading', { level: 1, name: title })).toBeVisible();
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

/** Judges the first product of the list: everything right but the fields named. */
export async function judgeFirst(phone: Page, wrong: string[] = []): Promise<void> {
  await phone.getByRole('main').getByRole('listitem').first().getByRole('link').tap();
  await phone.getByRole('button', { name: 'Tất cả đúng' }).tap();
  for (const field of wrong) await phone.getByRole('group', { name: field }).getByText('Sai', { exact: true }).tap();
  await phone.getByRole('button', { name: 'Lưu kết quả' }).tap();
}
