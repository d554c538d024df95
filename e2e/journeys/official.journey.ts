import { expect, test } from '@playwright/test';
import { openLowest, pdfText, saidBy, takeTable } from './pages/official.js';
import { DEMO, open, SHOP, signInStaff, visit } from './pages/people.js';

// Issue 6, "Done when": from the worst province to a closed quarter; a sample on a phone has a journey of its own.
test('an official finds what is missing and where, takes the figures along and closes the quarter; a second one confirms a recognition', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const official = await open(browser);
  await signInStaff(official, DEMO.officialOfNation);

  await test.step('from the headline to a missing field in four clicks', async () => {
    await visit(official, '/giam-sat/chi-tieu/12');
    await expect(official.getByRole('main')).toContainText(/\d+ trên \d+ sản phẩm/);
    await expect(official.getByRole('group', { name: /Bản đồ 34 tỉnh/ }).locator('a')).toHaveCount(36);
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

  await test.step('what one official entered a second one confirms', async () => {
    const second = await open(browser);
    await signInStaff(second, DEMO.officialOfProvince);
    await visit(second, '/giam-sat/cong-nhan?xem=entered');
    const waiting = second.getByRole('article').filter({ has: second.getByRole('button', { name: 'Xác nhận' }) });
    const name = (await waiting.first().getByRole('heading').textContent())!;
    await waiting.first().getByRole('button', { name: 'Xác nhận' }).click();
    await expect(second.getByRole('article').filter({ hasText: name }).getByText('Hai cán bộ đã xác nhận').first()).toBeVisible();
  });

  await test.step('a quarter is closed; its figures carry its hash from then on', async () => {
    await visit(official, '/giam-sat/ky');
    const toClose = official.getByRole('article').filter({ has: official.getByRole('button', { name: 'Chốt kỳ' }) });
    const quarter = (await toClose.first().getByRole('heading').textContent())!.trim();
    const card = official.getByRole('article', { name: quarter, exact: true });
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
});
