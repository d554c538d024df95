import { writeFileSync } from 'node:fs';
import bwipjs from 'bwip-js/node';
import { chromium, expect, test, type Page, type TestInfo } from '@playwright/test';
import sharp from 'sharp';
import { findBrowser } from '../browser/find-browser.js';
import { DEMO, SHOP, signInStaff, visit } from './pages/people.js';
import { deskIsOnPhone, phone } from './pages/phone.js';

// Issue 5: the scanning page with the network cut twice, and with the camera. Scans are of parcels that were handed over in the demo.
const SCAN_PAGE = '/buu-cuc/quet';
const FIELD = 'Số hiệu bưu gửi';

interface StaffParcel {
  number: string;
  state: string;
  scans: { code: string }[];
}

async function parcels(page: Page): Promise<StaffParcel[]> {
  const answer = await page.request.get('/api/v1/post/parcels?limit=100');
  return ((await answer.json()) as { data: StaffParcel[] }).data;
}

async function scan(page: Page, number: string): Promise<void> {
  await page.getByLabel(FIELD).fill(number);
  await page.keyboard.press('Enter');
}

test('scanning with the network cut twice loses nothing, and a reload without a network neither', async ({ browser }) => {
  const page = await phone(browser);
  const context = page.context();
  await signInStaff(page, DEMO.clerk);
  await visit(page, SCAN_PAGE);
  await deskIsOnPhone(page);
  const open = (await parcels(page)).filter(({ state }) => ['announced', 'accepted', 'in_transit', 'at_delivery_office'].includes(state));
  const numbers = open.slice(0, 3).map(({ number }) => number);
  expect(numbers.length).toBeGreaterThan(1);
  const before = new Map(open.map(({ number, scans }) => [number, scans.length]));
  const unsent = (count: number) => expect(page.getByText(`${count} chưa gửi`)).toBeVisible();
  const allSent = () => expect(page.getByText('chưa gửi', { exact: false })).toHaveCount(0);

  await page.getByText('Đến trung tâm khai thác').tap();
  await context.setOffline(true);
  for (const number of numbers) await scan(page, number);
  await unsent(numbers.length);
  await page.reload();
  await unsent(numbers.length);
  await context.setOffline(false);
  await allSent();

  await page.getByText('Rời trung tâm khai thác').tap();
  await context.setOffline(true);
  for (const number of numbers) await scan(page, number);
  await unsent(numbers.length);
  await context.setOffline(false);
  await allSent();

  const after = (await parcels(page)).filter(({ number }) => numbers.includes(number));
  for (const { number, scans } of after) expect(scans.length).toBe(before.get(number)! + 2);
  await context.close();
});

test('the camera reads a parcel’s number from a picture of it', async () => {
  const { executablePath, args, env } = await findBrowser();
  const number = 'EE000000008XA';
  const film = await filmOf(number, test.info());
  const camera = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`];
  const browser = await chromium.launch({
    executablePath,
    args: [...args, ...camera],
    env: { ...process.env, ...env } as Record<string, string>,
  });
  try {
    const page = await phone(browser);
    const foreign: string[] = [];
    page.on('request', (request) => {
      if (/^https?:/.test(request.url()) && !request.url().startsWith(SHOP)) foreign.push(request.url());
    });
    await signInStaff(page, DEMO.clerk);
    await visit(page, SCAN_PAGE);
    await page.getByRole('button', { name: 'Quét bằng camera' }).tap();
    // Nobody announced it: it stands among what was read and among what was refused.
    await expect(page.getByRole('listitem').filter({ hasText: number }).first()).toBeVisible({ timeout: 30_000 });
    expect(foreign).toEqual([]);
  } finally {
    await browser.close();
  }
});

/** A film (Y4M, which Chromium plays as its camera) that shows the bars of a number as they stand on its label. Answers its path. */
async function filmOf(number: string, info: TestInfo): Promise<string> {
  const bars = await bwipjs.toBuffer({
    bcid: 'code128',
    text: number,
    scale: 3,
    height: 25,
    paddingwidth: 20,
    paddingheight: 20,
    backgroundcolor: 'FFFFFF',
  });
  const [width, height] = [640, 480];
  const grey = await sharp(bars).resize(width, height, { fit: 'contain', background: '#fff' }).greyscale().raw().toBuffer();
  const frame = Buffer.concat([Buffer.from('FRAME\n'), grey.subarray(0, width * height), Buffer.alloc((width * height) / 2, 128)]);
  const path = info.outputPath('label.y4m');
  writeFileSync(path, Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`), frame, frame]));
  return path;
}
