import { expect, test } from '@playwright/test';
import { drawSample, openLowest, pdfText, saidBy, takeTable } from './pages/official.js';
import { DEMO, open, SHOP, signInStaff, visit } from './pages/people.js';
import { deskIsOnPhone, PHONE } from './pages/phone.js';

// Issue 6, "Done when": the work of an official from the worst province to a closed quarter.
test('an official finds what is missing and where, checks it in the field, closes the quarter and takes the figures along', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const official = await open(browser);
  await signInStaff(official, DEMO.officialOfNation);

  await test.step('from the headline to a missing field in four clicks', async () => {
    await visit(official, '/giam-sat/chi-tieu/12');
    await expect(official.getByRole('main')).toContainText(/\d+ trên \d+ sản phẩm/);
    await expect(official.getByRole('group', { name: /Bản đồ 34 tỉnh/ }).getByRole('link')).toHaveCount(36);
    for (const by of ['province', 'commune', 'household', 'product'] as const) await openLowest(official, by);
    await expect(official.getByRole('region', { name: /dòng mới nhất/ })).toContainText(/Thiếu \d/);
  });

  await test.step('the address shows the same to whoever is sent it', async () => {
    const context = await browser.newContext({ baseURL: SHOP, storageState: await official.context().storageState() });
    const other = await context.newPage();
    await visit(other, official.url());
    expect(await saidBy(other)).toBe(await saidBy(official));
    await context.close();
  });

  await test.step('a drawn product is looked at on a phone while there is no network', async () => {
    await drawSample(official, `Mẫu thử ${Date.now()}`, 3);
    const context = await browser.newContext({ ...PHONE, storageState: await official.context().storageState() });
    const inspector = await context.newPage();
    await visit(inspector, `${official.url()}/di`);
    await deskIsOnPhone(inspector);
    await context.setOffline(true);
    await inspector.getByRole('main').getByRole('listitem').getByRole('link').first().click();
    await inspector.getByRole('button', { name: 'Tất cả đúng' }).click();
    await inspector.getByRole('button', { name: 'Lưu kết quả' }).click();
    await expect(inspector.getByText(/^Đã ghi vào máy, chưa gửi/)).toBeVisible();
    await context.setOffline(false);
    await expect(async () => {
      await official.reload();
      await expect(official.getByText('Đã kiểm tra 1 trên 3')).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 45_000 });
    await context.close();
  });

  await test.step('the table of the provinces in three forms, each with the same hash', async () => {
    await visit(official, '/giam-sat/chi-tieu/12');
    const table = /^Tải bảng “Theo tỉnh/;
    const pdf = await pdfText(await takeTable(official, table, 'PDF'));
    expect(pdf).toMatch(/Numerator: \d+ · Mẫu số \/ Denominator: \d+ .*Method version: 12\.\d/);
    const [, hash] = /SHA-256 ([0-9a-f]{64})/.exec(pdf) ?? [];
    expect(hash).toBeTruthy();
    expect((await takeTable(official, table, 'CSV')).toString('utf8')).toContain(hash);
    expect((await takeTable(official, table, 'XLSX')).subarray(0, 2).toString()).toBe('PK');
  });

  await test.step('a quarter is closed; its figures carry its hash from then on', async () => {
    await visit(official, '/giam-sat/ky');
    const toClose = official.getByRole('article').filter({ has: official.getByRole('button', { name: 'Chốt kỳ' }) });
    const quarter = (await toClose.first().getByRole('heading').textContent())!.trim();
    const card = official.getByRole('article', { name: quarter });
    await card.getByRole('button', { name: 'Chốt kỳ' }).click();
    await card.getByRole('button', { name: 'Chốt và ký' }).click();
    await expect(card.getByText(/^Phiên bản 1/)).toBeVisible();
    const hash = (await card.locator('code').first().textContent())!;
    await card.getByRole('link', { name: 'Xem số liệu đã chốt' }).click();
    await official.getByRole('link', { name: /^12\./ }).click();
    await expect(official).toHaveURL(/\/chi-tieu\/12\?/);
    await expect(official.getByText('Đã chốt, phiên bản 1').first()).toBeVisible();
    await expect(official.getByText(hash)).toBeVisible();
  });

  await test.step('what one official entered a second one confirms', async () => {
    const second = await open(browser);
    await signInStaff(second, DEMO.officialOfProvince);
    await visit(second, '/giam-sat/cong-nhan?xem=entered');
    const waiting = second.getByRole('article').filter({ has: second.getByRole('button', { name: 'Xác nhận' }) });
    const name = (await waiting.first().getByRole('heading').textContent())!;
    await waiting.first().getByRole('button', { name: 'Xác nhận' }).click();
    await expect(second.getByRole('article').filter({ hasText: name }).getByText('Hai cán bộ đã xác nhận').first()).toBeVisible();
  });
});
