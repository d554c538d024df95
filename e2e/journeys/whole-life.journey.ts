import { expect, test, type Page } from '@playwright/test';
import sharp from 'sharp';
import { approveHousehold, DEMO, lastCode, open, signIn, signInStaff, visit } from './pages/people.js';

// Issue 2, "Why": listed by a household → barcode and origin → bought → handed to the post → carried → delivered with proof → counted.
test('one product lives its whole life, with four people, from registration to the official figure', async ({ browser }) => {
  test.setTimeout(300_000);
  const stamp = Date.now().toString().slice(-6);
  const seller = { phone: `0501${stamp}`, name: `Hộ Nguyễn Thị Mơ ${stamp}` };
  const buyer = { phone: `0502${stamp}` };
  const productName = `Mứt dâu tằm Đà Lạt ${stamp}`;

  const household = await open(browser, { width: 360 });
  const clerk = await open(browser);
  const courier = await open(browser, { width: 360 });
  const official = await open(browser);
  const shopper = await open(browser, { width: 360 });

  await test.step('a household registers and the post office approves it', async () => {
    await signIn(household, seller.phone);
    await visit(household, '/ban-hang/dang-ky');
    await household.getByLabel('Tên hộ').first().fill(seller.name);
    await household.getByLabel('Tỉnh, thành').selectOption({ label: 'Tỉnh Lâm Đồng' });
    await household.getByLabel('Xã, phường', { exact: true }).selectOption({ label: 'Phường Lâm Viên - Đà Lạt' });
    await household.getByLabel(/Số nhà/).fill('Thôn 4');
    await household.getByRole('button', { name: 'Gửi đăng ký' }).click();
    await expect(household.getByText('Hộ đang chờ bưu cục duyệt')).toBeVisible();

    await signInStaff(clerk, DEMO.clerk);
    await approveHousehold(clerk, seller.name);
  });

  await test.step('lists a product with a photo and puts it on sale', async () => {
    await visit(household, '/ban-hang/san-pham/them');
    const photo = await sharp({ create: { width: 1200, height: 900, channels: 3, background: '#8a1f3d' } })
      .jpeg()
      .toBuffer();
    await household.locator('input[type=file]').setInputFiles({ name: 'mut.jpg', mimeType: 'image/jpeg', buffer: photo });
    await household.getByLabel('Tên sản phẩm').fill(productName);
    await household.getByLabel('Giá bán một gói').fill('90.000');
    await household.getByRole('button', { name: 'Khác' }).click();
    await household.locator('[name=content]').fill('300');
    await household.locator('[name=stock]').fill('12');
    await household.getByRole('button', { name: 'Bày bán' }).click();
    await expect(household.getByText('Đang bán').first()).toBeVisible();
    await household.getByRole('link', { name: 'Hoàn thiện nhãn' }).click();
    await expect(household).toHaveURL(/\/ban-hang\/san-pham\/[0-9a-f-]{36}/);
    await expect(household.getByText('Đang bán').first()).toBeVisible();
  });
  const productPage = household.url().split(/[?#]/)[0]!;

  await test.step('completes the label: brand, standard, shelf life, number, lot, steps', async () => {
    await household.getByLabel('Nhãn hiệu', { exact: true }).fill('Mơ Đà Lạt');
    await household.getByLabel('Tiêu chuẩn áp dụng').fill('TCCS 01:2026');
    await household.getByLabel('Hạn sử dụng (ngày)').fill('180');
    await household.locator('#thong-tin').getByRole('button', { name: 'Lưu' }).click();
    await expect(
      household
        .locator('#thong-tin')
        .getByText(/Đã lưu/)
        .or(household.getByText('Mơ Đà Lạt'))
        .first(),
    ).toBeVisible();

    await visit(household, `${productPage}/ma-vach`);
    await household.getByRole('button', { name: 'Lấy mã nội bộ' }).click();
    await expect(household.getByText('Mã nội bộ sàn – không phải mã GS1').first()).toBeVisible();

    await visit(household, `${productPage}/lo-hang`);
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
    await household.getByText('Sản xuất', { exact: true }).first().click();
    await household.getByLabel('Ngày sản xuất').fill(today);
    await household.getByRole('button', { name: 'Ghi lô' }).click();
    for (const step of ['Chế biến', 'Đóng gói']) {
      await household.getByRole('button', { name: step }).click();
      await expect(household.getByRole('article').getByRole('listitem').filter({ hasText: step })).toBeVisible();
    }
    await visit(household, productPage);
    await expect(household.getByText('Nhãn đã đủ nhãn hiệu, mã vạch và nguồn gốc.')).toBeVisible();
  });

  let number14 = '';
  await test.step('a shopper finds it without accents, reads the label, opens the trace page', async () => {
    await visit(shopper, '/');
    const search = shopper.getByLabel('Tìm sản phẩm', { exact: true });
    await search.fill(`mut dau tam da lat ${stamp}`);
    await search.press('Enter');
    await shopper
      .getByRole('link', { name: new RegExp(productName) })
      .first()
      .click();
    await expect(shopper.getByRole('heading', { level: 1 })).toHaveText(productName);
    // Its label comes a moment after the page.
    await expect(async () => {
      const [digits] = /04\d{11}/.exec((await shopper.getByRole('main').innerText()).replace(/[ \u00a0]/g, '')) ?? [];
      number14 = `0${digits}`;
      expect(number14).toHaveLength(14);
    }).toPass({ timeout: 20_000 });
    const picture = await shopper.request.get((await shopper.locator('img[src*="barcode."]').first().getAttribute('src'))!);
    expect(picture.ok()).toBe(true);
    const trace = await shopper.context().newPage();
    await trace.goto(`/t/${number14.slice(1)}`);
    await expect(trace.getByText(productName).first()).toBeVisible();
    await trace.goto((await shopper.locator('main a[href*="/t/"]').first().getAttribute('href'))!);
    await expect(trace.getByText('Đóng gói').first()).toBeVisible();
    await trace.close();
  });

  await test.step('buys it as a guest with an old place name', async () => {
    await shopper.getByRole('button', { name: 'Thêm vào giỏ' }).click();
    await visit(shopper, '/thanh-toan');
    await shopper.getByLabel('Họ tên người nhận').fill('Trịnh Văn Khách');
    await shopper.getByLabel('Số điện thoại').fill(buyer.phone);
    await shopper.getByLabel('Tỉnh, thành', { exact: true }).selectOption({ label: 'Tỉnh Lâm Đồng' });
    await shopper.getByLabel('Xã, phường').fill('Phường 1, thành phố Đà Lạt');
    await shopper.getByLabel('Số nhà, đường, thôn xóm').fill('12 Nguyễn Du');
    await shopper.getByRole('button', { name: 'Tiếp tục' }).click();
    await expect(shopper.getByRole('main').getByText('Cước gửi').first()).toBeVisible();
    await shopper.getByRole('button', { name: 'Đặt hàng' }).click();
    await expect(shopper).toHaveURL(/\/don-hang\/CX/);
    await expect(shopper.getByText('Chờ hộ xác nhận')).toBeVisible();
  });
  const orderNumber = /CX[0-9A-Z]+/.exec(shopper.url())![0];

  let parcel = '';
  await test.step('the household says it is there and packs it', async () => {
    await visit(household, '/ban-hang/don-hang');
    const card = household.getByRole('article').filter({ hasText: orderNumber });
    await expect(card.getByText('90.000')).toBeVisible();
    await card.getByRole('button', { name: 'Có hàng' }).click();
    await visit(household, '/ban-hang/don-hang');
    await card.getByRole('button', { name: /Đã đóng gói/ }).click();
    await expect(async () => {
      await shopper.reload();
      parcel = /[A-Z]{2}\d{9}XA|CLX\d{11}/.exec((await shopper.getByRole('main').innerText()).replace(/[ \u00a0]/g, ''))![0];
    }).toPass({ timeout: 20_000 });
  });

  await test.step('a clerk weighs it, scans the pack and accepts it', async () => {
    await visit(clerk, '/buu-cuc/nhan-hang');
    await scanInto(clerk, 'Mã QR của hộ', parcel);
    await expect(clerk.getByRole('checkbox', { name: parcel })).toBeChecked();
    await scanInto(clerk, 'Mã QR của hộ', number14.slice(1));
    await expect(clerk.getByText('Đúng mã', { exact: true })).toBeVisible();
    await clerk.getByRole('article').filter({ hasText: parcel }).getByLabel('Cân nặng (gam)').fill('360');
    await clerk.getByRole('button', { name: 'Nhận 1 bưu gửi' }).click();
    await expect(clerk.getByText('Đã nhận 1 bưu gửi.')).toBeVisible();
    await visit(clerk, `/buu-cuc/buu-gui/${parcel}`);
    for (const code of ['EDD', 'EDE', 'EMG']) {
      await clerk.getByRole('button', { name: new RegExp(`${code}$`) }).click();
      await expect(clerk.getByRole('listitem').filter({ hasText: `(${code})` })).toBeVisible();
    }
  });

  await test.step('a postman takes it out and hands it over against the code and the cash', async () => {
    await signInStaff(courier, DEMO.courier);
    await visit(courier, `/buu-cuc/buu-gui/${parcel}`);
    await courier.getByRole('button', { name: /EDG$/ }).click();
    await expect(courier.getByText('Đang đi phát').first()).toBeVisible();
    await courier.getByLabel('Mã nhận hàng').fill(await lastCode(courier.request, buyer.phone, 'postal.parcel-registered', parcel));
    const due = /([\d.]+)\s*₫/.exec(await courier.locator('#phat').innerText())![1]!;
    await courier.getByLabel('Tiền đã thu (đồng)').fill(due);
    await courier.getByRole('radio').first().check();
    await courier.getByRole('button', { name: 'Đã giao' }).click();
    await expect(courier.getByText('Đã phát bưu gửi.')).toBeVisible();
  });

  await test.step('everybody can follow it without learning who and where', async () => {
    const anybody = await open(browser, { javaScriptEnabled: false });
    await anybody.goto(`/theo-doi/${parcel}`);
    await expect(anybody.getByText('Đã giao').first()).toBeVisible();
    const text = await anybody.getByRole('main').innerText();
    for (const secret of ['Trịnh Văn Khách', 'Nguyễn Du', buyer.phone, '90.000']) expect(text).not.toContain(secret);
    await anybody.goto(`/t/${number14.slice(1)}`);
    await expect(anybody.getByRole('listitem').filter({ hasText: 'Mã vạch' })).toContainText('Đã có người kiểm tra');
    await anybody.context().close();
    await expect(async () => {
      await shopper.reload();
      await expect(shopper.getByRole('main').getByText('Đã giao').first()).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 20_000 });
  });

  await test.step('an official counts it as labelled, checked by a person', async () => {
    await signInStaff(official, DEMO.officialOfNation);
    await visit(official, '/giam-sat');
    await expect(official.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(async () => {
      const answer = await official.request.get('/api/v1/audit/indicators/12/lines?province=68&compliant=true&limit=100');
      const { data } = (await answer.json()) as { data: { productName: string; checkedByPerson: boolean }[] };
      expect(data.find((line) => line.productName === productName)).toMatchObject({ checkedByPerson: true });
    }).toPass({ timeout: 20_000 });
    await official.reload();
    await expect(official.getByRole('main')).toContainText(/\d+\s*\/\s*\d+/);
  });
});

/** As a hand scanner does: types the code and presses Enter. */
async function scanInto(page: Page, label: string, code: string): Promise<void> {
  const field = page.getByLabel(label);
  await field.fill(code);
  await field.press('Enter');
}
