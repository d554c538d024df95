import { expect, test, type Page } from '@playwright/test';
import sharp from 'sharp';
import { phoneOnLine } from './pages/line.js';
import { DEMO, signInStaff, visit } from './pages/people.js';
import { allSent, deskIsOnPhone, keptAnswers, unsent } from './pages/phone.js';

// Issue 5: a courier's round with the network cut twice: a delivery with photo and cash, a recipient who was not met.
const RUNS = '/buu-cuc/tuyen';
const ROUND = 'Tuyến 1 – trong phường';

const ownAnswer = (number: string) => `/api/v1/post/parcels/${number}`;

/** A parcel as the server has it. */
async function parcel(page: Page, number: string): Promise<{ state: string; attempts: number }> {
  return (await page.request.get(ownAnswer(number))).json();
}

/** The parcels of the round, in the sequence to go. */
async function stops(page: Page): Promise<string[]> {
  const { data } = (await (await page.request.get('/api/v1/post/runs')).json()) as {
    data: { name: string; stops: { number: string }[] }[];
  };
  return data.find(({ name }) => name === ROUND)!.stops.map(({ number }) => number);
}

test('a round goes on without a network, and what was done arrives once, in its sequence', async ({ browser }) => {
  const { page, line } = await phoneOnLine(browser);
  const context = page.context();
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ latitude: 10.93, longitude: 108.28, accuracy: 15 });
  await signInStaff(page, DEMO.courier);
  await visit(page, RUNS);
  const numbers = await stops(page);
  const [delivered, missed] = [numbers[0]!, numbers[1]!];
  const round = page.getByRole('article', { name: ROUND });
  await round.getByRole('button', { name: 'Bắt đầu đi phát' }).tap();
  await expect(round.getByText('Đang đi', { exact: true })).toBeVisible();
  await deskIsOnPhone(page);
  await expect.poll(() => keptAnswers(page)).toEqual(expect.arrayContaining(numbers.map(ownAnswer)));

  await line.cut();
  await page.reload();
  await round.getByRole('link', { name: delivered }).tap();
  await page.getByLabel('Ảnh khi giao').setInputFiles({ name: 'anh.jpg', mimeType: 'image/jpeg', buffer: await aPhoto() });
  await page.getByRole('button', { name: 'Đã giao' }).tap();
  await expect(page.getByText('Đã ghi vào máy, chưa gửi')).toBeVisible({ timeout: 20_000 });
  await page.reload();
  await unsent(page, 1);
  await line.mend();
  await allSent(page);
  expect(await parcel(page, delivered)).toMatchObject({ state: 'delivered' });

  await visit(page, RUNS);
  await expect.poll(() => keptAnswers(page)).toContain(ownAnswer(missed));
  const { attempts } = await parcel(page, missed);
  await line.cut();
  await page.reload();
  await round.getByRole('link', { name: missed }).tap();
  await page.locator('summary', { hasText: 'Phát không thành công' }).tap();
  await page.getByLabel('Lý do').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Ghi phát không thành công' }).tap();
  await unsent(page, 1);
  await page.goto(RUNS);
  await expect(round.getByText('Phát hụt, chưa gửi')).toBeVisible();
  await expect(round.getByRole('button', { name: /Kết thúc/ })).toBeDisabled();
  await line.mend();
  await allSent(page);
  expect(await parcel(page, missed)).toMatchObject({ state: 'attempt_failed', attempts: attempts + 1 });
  await round.getByRole('button', { name: /Kết thúc/ }).tap();
  await expect(round.getByText('Đã xong')).toBeVisible();
  await context.close();
});

function aPhoto(): Promise<Buffer> {
  return sharp({ create: { width: 900, height: 600, channels: 3, background: '#7a9f4b' } })
    .jpeg()
    .toBuffer();
}
