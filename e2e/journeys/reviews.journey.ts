import { expect, test, type Page } from '@playwright/test';
import sharp from 'sharp';
import { DEMO, lastCode, open, SHOP, signIn, signInStaff, visit } from './pages/people.js';

const SLUG = 'ca-phe-arabica-cau-dat-rang-moc';
const HEADERS = { 'sec-fetch-site': 'same-origin' };

test('a question asked without JavaScript survives the sign-in and is public once answered', async ({ browser }) => {
  const shopper = await open(browser, { width: 360, javaScriptEnabled: false });
  await shopper.goto(`/san-pham/${SLUG}`);
  await shopper.getByRole('link', { name: 'Hỏi hộ bán' }).click();
  await shopper.getByLabel('Câu hỏi của bạn').fill('Bao lâu thì tới Cà Mau?');
  await shopper.getByRole('button', { name: 'Gửi câu hỏi' }).click();
  await shopper.getByLabel('Số điện thoại').fill(DEMO.shopper);
  await shopper.getByRole('button', { name: 'Gửi mã cho tôi' }).click();
  await shopper.getByLabel('Mã 6 số').fill(await lastCode(shopper.request, DEMO.shopper, 'identity.code'));
  await shopper.getByRole('main').getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(shopper.getByLabel('Câu hỏi của bạn')).toHaveValue('Bao lâu thì tới Cà Mau?');
  await shopper.getByRole('button', { name: 'Gửi câu hỏi' }).click();
  await expect(shopper.getByText('Đã gửi câu hỏi.')).toBeVisible();

  const household = await open(browser, { width: 360 });
  await signIn(household, '0500000002');
  await visit(household, '/ban-hang/hoi-dap');
  const asked = household.getByRole('listitem').filter({ hasText: 'Bao lâu thì tới Cà Mau?' });
  await asked.getByLabel('Lời của hộ').fill('Chừng ba ngày ạ.');
  await asked.getByRole('button', { name: 'Gửi trả lời' }).click();
  await expect(asked).toBeHidden();
  await shopper.goto(`/hoi-dap/${SLUG}`);
  await expect(shopper.getByText('Chừng ba ngày ạ.')).toBeVisible();
});

test('a review with a picture, written without JavaScript, is hidden by an official, and its author reads why', async ({ browser }) => {
  const shopper = await open(browser, { width: 360, javaScriptEnabled: false });
  const signedIn = await open(browser);
  await signIn(signedIn, DEMO.shopper);
  await shopper.context().addCookies(await signedIn.context().cookies());
  const number = await receivedOrder(shopper);
  await shopper.goto(`/don-hang/${number}`);
  await shopper.getByRole('link', { name: 'Đánh giá món đã nhận' }).first().click();
  const form = shopper
    .locator('section')
    .filter({ has: shopper.getByText('Bạn cho mấy sao?') })
    .first();
  await form.getByLabel('Chưa ưng').check();
  await form.getByLabel('Kể thêm').fill('Gói bị rách khi tới nơi');
  await form.getByRole('button', { name: /Gửi đánh giá|Lưu/ }).click();
  await expect(shopper.getByText('Đã lưu.')).toBeVisible();
  const picture = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#284' } })
    .jpeg()
    .toBuffer();
  await form.getByLabel('Chọn hình').setInputFiles({ name: 'goi.jpg', mimeType: 'image/jpeg', buffer: picture });
  await form.getByRole('button', { name: 'Thêm hình' }).click();
  await expect(form.getByRole('button', { name: 'Bỏ hình' })).toBeVisible();
  await shopper.goto((await form.getByRole('link').first().getAttribute('href'))!);
  const shown = shopper.locator('#danh-gia').getByRole('article').filter({ hasText: 'Gói bị rách khi tới nơi' });
  // A page that everybody sees alike is kept for some seconds.
  await expect(async () => {
    await shopper.reload();
    await expect(shown).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 60_000 });
  await shown.getByRole('link', { name: 'Báo cáo' }).click();
  await shopper.getByLabel('Nói sai sự thật').check();
  await shopper.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await expect(shopper).toHaveURL(/\/bao-cao\/[2-9A-Z]{10}/);

  const official = await open(browser);
  await signInStaff(official, DEMO.officialOfNation);
  await visit(official, '/giam-sat/bao-cao');
  const report = official.getByRole('article').filter({ hasText: 'Gói bị rách khi tới nơi' });
  await report.getByLabel('Lý do ẩn').fill('Không đúng sự thật');
  await report.getByRole('button', { name: 'Ẩn nội dung này' }).click();
  await expect(report).toBeHidden();
  await shopper.goto(`/don-hang/${number}/danh-gia`);
  await expect(shopper.getByText('Cán bộ ghi lý do: Không đúng sự thật')).toBeVisible();
  await shopper.getByLabel('Vì sao nên hiện lại?').fill('Tôi có hình');
  await shopper.getByRole('button', { name: 'Gửi khiếu nại' }).click();
  await expect(shopper.getByText('Khiếu nại của bạn đang chờ cán bộ xem.')).toBeVisible();
});

/** The number of an order of the demo shopper's that has arrived. */
async function receivedOrder({ request }: Page): Promise<string> {
  const { data } = (await (await request.get(`${SHOP}/api/v1/account/orders`, { headers: HEADERS })).json()) as {
    data: { number: string }[];
  };
  for (const { number } of data) {
    const lines = (await (await request.get(`${SHOP}/api/v1/orders/${number}/reviews`)).json()) as { data: unknown[] };
    if (lines.data?.length) return number;
  }
  throw new Error('the demo shopper has received nothing');
}
