import { chromium, expect, test, type Page, type TestInfo } from '@playwright/test';
import sharp from 'sharp';
import { findBrowser } from '../browser/find-browser.js';
import { cameraShowing, filmOf } from './pages/camera.js';
import { phoneOnLine } from './pages/line.js';
import { DEMO, SHOP, signInStaff, visit } from './pages/people.js';
import { pictureOfPdf } from './pages/pdf.js';
import { allSent, deskIsOnPhone, phone, PHONE, unsent } from './pages/phone.js';

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
  const { page, line } = await phoneOnLine(browser);
  await signInStaff(page, DEMO.clerk);
  await visit(page, SCAN_PAGE);
  await deskIsOnPhone(page);
  const open = (await parcels(page)).filter(({ state }) => ['announced', 'accepted', 'in_transit', 'at_delivery_office'].includes(state));
  const numbers = open.slice(0, 3).map(({ number }) => number);
  expect(numbers.length).toBeGreaterThan(1);
  const before = new Map(open.map(({ number, scans }) => [number, scans.length]));

  await page.getByText('Đến trung tâm khai thác').tap();
  await line.cut();
  for (const number of numbers) await scan(page, number);
  await unsent(page, numbers.length);
  await page.reload();
  await unsent(page, numbers.length);
  await line.mend();
  await allSent(page);

  await page.getByText('Rời trung tâm khai thác').tap();
  await line.cut();
  for (const number of numbers) await scan(page, number);
  await unsent(page, numbers.length);
  await line.mend();
  await allSent(page);

  const after = (await parcels(page)).filter(({ number }) => numbers.includes(number));
  for (const { number, scans } of after) expect(scans.length).toBe(before.get(number)! + 2);
  await page.context().close();
});

test('the camera reads a parcel’s number from its own printed label, on a desk that can be installed', async ({ browser }) => {
  const clerk = await phone(browser);
  await signInStaff(clerk, DEMO.clerk);
  const { number, film } = await filmOfLabel(clerk, test.info());
  const signedIn = await clerk.context().storageState();
  await clerk.context().close();
  const { executablePath, args, env } = await findBrowser();
  // Browsers install nothing from a window that forgets, so this one has a profile.
  const context = await chromium.launchPersistentContext(test.info().outputPath('profile'), {
    ...PHONE,
    executablePath,
    args: [...args, ...cameraShowing(film)],
    env: { ...process.env, ...env } as Record<string, string>,
  });
  try {
    await context.addCookies(signedIn.cookies);
    const page = await context.newPage();
    const foreign: string[] = [];
    page.on('request', (request) => {
      if (/^https?:/.test(request.url()) && !request.url().startsWith(SHOP)) foreign.push(request.url());
    });
    await visit(page, SCAN_PAGE);
    await deskIsOnPhone(page);
    expect(await whyNotInstallable(page)).toEqual([]);
    await page.getByRole('button', { name: 'Quét bằng camera' }).tap();
    await expect(page.getByRole('listitem').filter({ hasText: number }).first()).toBeVisible({ timeout: 45_000 });
    expect(foreign).toEqual([]);
  } finally {
    await context.close();
  }
});

/** A film of the label of a parcel whose way is over, so that reading it changes nothing. */
async function filmOfLabel(page: Page, info: TestInfo): Promise<{ number: string; film: string }> {
  const { number } = (await parcels(page)).find(({ state }) => state === 'delivered')!;
  const label = await page.request.get(`/api/v1/post/shipping-labels.pdf?parcels=${number}`);
  expect(label.headers()['content-type']).toBe('application/pdf');
  const film = info.outputPath('label.y4m');
  await filmOf(await pictureOfPdf(await label.body()), film);
  return { number, film };
}

/** What stands against putting the page on the home screen. A browser without windows of its own has no opinion, so its rules are looked at here too. */
async function whyNotInstallable(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  const { data, errors } = await session.send('Page.getAppManifest');
  const manifest = JSON.parse(data ?? '{"icons":[]}') as Manifest;
  const faults = [...installabilityErrors.map(({ errorId }) => errorId), ...errors.map(({ message }) => message)];
  if (!manifest.name || !manifest.short_name || manifest.display !== 'standalone') faults.push('name or display');
  if (!manifest.start_url?.startsWith(manifest.scope) || !new URL(page.url()).pathname.startsWith(manifest.scope)) faults.push('scope');
  const drawn: string[] = [];
  for (const { src, purpose } of manifest.icons.filter(({ type }) => type === 'image/png')) {
    const { width, height } = await sharp(await (await page.request.get(src)).body()).metadata();
    drawn.push(`${purpose} ${width}x${height}`);
  }
  for (const icon of ['any 192x192', 'any 512x512', 'maskable 512x512']) if (!drawn.includes(icon)) faults.push(`icon ${icon}`);
  return faults;
}

interface Manifest {
  name: string;
  short_name: string;
  display: string;
  start_url: string;
  scope: string;
  icons: { src: string; type: string; purpose: string }[];
}
