import { chromium, expect, test, type Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import sharp from 'sharp';
import { localQuarter, parsePeriod, periodKey, shiftPeriod } from '@choxa/standards';
import { findBrowser } from '../browser/find-browser.js';
import { cameraShowing, filmOf } from './pages/camera.js';
import { phoneOnLine, type Line } from './pages/line.js';
import { openLowest, saidBy, takeTable } from './pages/official.js';
import { textOfPdf } from './pages/pdf.js';
import { DEMO, open, SHOP, signInStaff, visit } from './pages/people.js';
import { allSent, unsent } from './pages/phone.js';
import { drawSample, itemsOf, openItem, pictureOfCode, saveVerdicts, takeOnTheRoad, type Inspection } from './pages/samples.js';

// Issue 6, "Done when": from the worst province to one missing field, a sample judged on a phone without a network, a closed quarter, a recognition of two.
test.describe.configure({ mode: 'serial' });
const SIZE = 8;

test.describe('an official', () => {
  test.setTimeout(180_000);
  /** The quarter that ended last: on its first days the running one has nothing to show. */
  const quarter = quarterBefore(new Date());
  const title = `Đợt kiểm tra ${Date.now()}`;
  let official: Page;
  let second: Page;
  test.beforeAll(async ({ browser }) => {
    [official, second] = [await open(browser), await open(browser)];
    await signInStaff(official, DEMO.officialOfNation);
    await signInStaff(second, DEMO.officialOfProvince);
  });
  test.afterAll(() => Promise.all([official, second].map((page) => page.context().close())));

  test('finds the worst province, and in four clicks a field that is missing; the address shows the same to whoever is sent it', async ({
    browser,
  }) => {
    await visit(official, `/giam-sat/chi-tieu/12?period=${quarter}`);
    await expect(official.getByRole('main')).toContainText(/\d+ trên \d+ sản phẩm/);
    await expect(official.getByRole('group', { name: /Bản đồ 34 tỉnh/ }).locator('a')).toHaveCount(36);
    for (const by of ['province', 'commune', 'household', 'product'] as const) await openLowest(official, by);
    const line = official.getByRole('region', { name: /dòng mới nhất/ }).getByRole('row', { name: /Thiếu \d/ });
    await expect(line.first().getByRole('listitem').first()).toHaveText(/^(Tên|Chủ|Mã|Địa chỉ|Nơi|Lô|Ngày|Ảnh|Tiêu chuẩn|Hạn|Bước)/);

    const context = await browser.newContext({ baseURL: SHOP, storageState: await official.context().storageState() });
    const other = await context.newPage();
    await visit(other, official.url());
    await expect.poll(() => saidBy(other)).toBe(await saidBy(official));
    await context.close();
  });

  test('takes the table of the provinces along in three forms, which say the same with the same hash', async () => {
    await visit(official, `/giam-sat/chi-tieu/12?period=${quarter}`);
    const table = /^Tải bảng “Theo tỉnh/;
    const pdf = await textOfPdf(await takeTable(official, table, 'PDF'));
    const [, numerator, denominator] = /Numerator: (\d+) · Mẫu số \/ Denominator: (\d+) .*Method version: 12\.\d/.exec(pdf) ?? [];
    await expect(official.getByRole('main')).toContainText(`${numerator} trên ${denominator} sản phẩm`);
    const [, hash] = /SHA-256 ([0-9a-f]{64})/.exec(pdf) ?? [];
    expect(hash).toBeTruthy();
    const rows = parse(await takeTable(official, table, 'CSV'), { bom: true, relaxColumnCount: true }) as string[][];
    expect(rows).toContainEqual(['SHA-256', hash]);
    const workbook = await takeTable(official, table, 'XLSX');
    expect(await readSheet(workbook, 2)).toContainEqual(['SHA-256', hash]);
    const [, ...sheet] = await readSheet(workbook, 1);
    expect(sheet.map(([code]) => code)).toEqual(rows.slice(0, sheet.length).map(([code]) => code));
  });

  test('draws a sample and judges it on a phone whose line is cut: verdicts, photo and scanned code arrive once', async () => {
    await drawSample(official, { title, quarter, size: SIZE });
    await expect(official.getByText('Chưa có sản phẩm nào xét được')).toBeVisible();
    const sample = new URL(official.url()).pathname.split('/').at(-1)!;
    const coded = (await itemsOf(official, sample)).find(({ label }) => label.barcode)!;
    const film = test.info().outputPath('pack.y4m');
    await filmOf(await pictureOfCode(coded), film);
    const { page: road, line } = await phoneWithCamera(film);
    await signInStaff(road, DEMO.officialOfNation);
    await takeOnTheRoad(road, title);

    await line.cut();
    await road.reload();
    await openItem(road, coded);
    await road.getByRole('button', { name: 'Quét bằng camera' }).tap();
    await expect(road.getByText(/^Khớp với mã đã khai/)).toBeVisible({ timeout: 45_000 });
    await road.getByLabel('Ảnh nhãn').setInputFiles(await aPhoto('#7a9f4b'));
    await saveVerdicts(road);
    await expect(road.getByText(/^Đã ghi vào máy, chưa gửi/)).toBeVisible();
    await openItem(road);
    await saveVerdicts(road, ['Lô hàng']);
    await unsent(road, 2);
    await expect(road.getByRole('heading', { name: `Còn ${SIZE - 2} sản phẩm` })).toBeVisible();
    await road.reload();
    await unsent(road, 2);
    await line.mend();
    await allSent(road);
    const judged = (await itemsOf(official, sample)).filter(({ inspections }) => inspections.length);
    expect(judged.map(({ inspections }) => inspections.length)).toEqual([1, 1]);
    const [{ codeMatches, photoIds }] = judged.find(({ productId }) => productId === coded.productId)!.inspections as [Inspection];
    expect([codeMatches, photoIds.length]).toEqual([true, 1]);
    const photo = await official.request.get(`/api/v1/audit/samples/${sample}/photos/${photoIds[0]}`);
    expect(await sharp(await photo.body()).metadata()).toMatchObject({ format: 'webp', width: 900 });

    await openItem(road);
    await road.getByLabel('Ảnh nhãn').setInputFiles({ name: 'to.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(16 * 1024 * 1024) });
    await saveVerdicts(road);
    await expect(road.getByText('Tệp hoặc yêu cầu quá lớn.')).toBeVisible();
    await road.getByLabel('Ảnh nhãn').setInputFiles(await aPhoto('#9f7a4b'));
    await road.getByRole('button', { name: 'Lưu kết quả' }).tap();
    await expect(road.getByText(/^Đã ghi và gửi/)).toBeVisible();
    await road.context().browser()!.close();
  });

  test('reads what was found beside what was declared', async () => {
    await visit(official, new URL(official.url()).pathname);
    await expect(official.getByText(`Đã kiểm tra 3 trên ${SIZE}`).first()).toBeVisible();
    await expect(official.getByText(/khoảng tin cậy 95 %: từ \d/)).toBeVisible();
    await expect(official.getByRole('region', { name: 'Từng mục của nhãn' }).getByRole('row', { name: /^Lô hàng 2 1 0/ })).toBeVisible();
    const list = official.getByRole('region', { name: `${SIZE} sản phẩm, theo xã` });
    await expect(list.getByText('Mục sai: Lô hàng')).toBeVisible();
    const photo = await list.getByRole('link', { name: 'Ảnh 1' }).first().getAttribute('href');
    expect((await official.request.get(photo!)).headers()['content-type']).toBe('image/webp');
  });

  test('closes a quarter with a second official of the nation; its figures carry its hash from then on', async ({ browser }) => {
    await visit(official, '/giam-sat/ky');
    const toClose = official.getByRole('article').filter({ has: official.getByRole('button', { name: 'Đề nghị chốt kỳ' }) });
    const name = (await toClose.first().getByRole('heading').textContent())!.trim();
    const cardOf = (page: Page) => page.getByRole('article', { name, exact: true });
    await cardOf(official).getByRole('button', { name: 'Đề nghị chốt kỳ' }).click();
    await cardOf(official).getByRole('button', { name: 'Gửi đề nghị' }).click();
    await expect(cardOf(official).getByText('cần một cán bộ toàn quốc khác xác nhận')).toBeVisible();
    const hash = (await cardOf(official).locator('code').first().textContent())!;

    const confirming = await open(browser);
    await signInStaff(confirming, DEMO.secondOfficialOfNation);
    await visit(confirming, '/giam-sat/ky');
    const card = cardOf(confirming);
    await card.getByRole('button', { name: 'Xác nhận chốt kỳ' }).click();
    await expect(card.getByText(/^12\./)).toBeVisible();
    await card.getByRole('button', { name: 'Xác nhận và ký' }).click();
    await expect(card.getByText(/^Phiên bản 1, chốt/)).toBeVisible();
    await card.getByRole('link', { name: 'Xem số liệu đã chốt' }).click();
    await confirming.getByRole('link', { name: /^12\./ }).click();
    await expect(confirming).toHaveURL(/\/chi-tieu\/12\?/);
    await expect(confirming.getByText('Đã chốt, phiên bản 1').first()).toBeVisible();
    await expect(confirming.getByText(hash)).toBeVisible();
    await confirming.context().close();
  });

  test('confirms a recognition that another entered', async () => {
    await visit(second, '/giam-sat/cong-nhan?xem=entered');
    const waiting = second.getByRole('article').filter({ has: second.getByRole('button', { name: 'Xác nhận' }) });
    const name = (await waiting.first().getByRole('heading').textContent())!;
    await waiting.first().getByRole('button', { name: 'Xác nhận' }).click();
    await expect(second.getByRole('article').filter({ hasText: name }).getByText('Hai cán bộ đã xác nhận').first()).toBeVisible();
  });
});

function quarterBefore(now: Date): string {
  const running = parsePeriod(localQuarter(now));
  return running.ok ? periodKey(shiftPeriod(running.period, -1)) : '';
}

/** A phone of which the camera shows a film, in a browser of its own. */
async function phoneWithCamera(film: string): Promise<{ page: Page; line: Line }> {
  const { executablePath, args, env } = await findBrowser();
  const options = { executablePath, args: [...args, ...cameraShowing(film)], env: { ...process.env, ...env } as Record<string, string> };
  return phoneOnLine(await chromium.launch(options));
}

async function aPhoto(background: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const picture = sharp({ create: { width: 900, height: 600, channels: 3, background } });
  return { name: 'nhan.jpg', mimeType: 'image/jpeg', buffer: await picture.jpeg().toBuffer() };
}
