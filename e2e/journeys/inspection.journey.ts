import { expect, test } from '@playwright/test';
import { DEMO, open, signInStaff, visit } from './pages/people.js';
import { allSent, phone, unsent } from './pages/phone.js';
import { drawSample, judgeFirst, takeOnTheRoad } from './pages/samples.js';

// Issue 6: an official draws a sample and records what is found on a phone whose network is cut; nothing is lost, and the result stands beside what was declared.
test('what an inspector finds without a network arrives once, and stands beside what was declared', async ({ browser }) => {
  const title = `Đợt kiểm tra ${Date.now()}`;
  const desk = await open(browser);
  await signInStaff(desk, DEMO.officialOfNation);
  await drawSample(desk, { title, size: 4 });
  await expect(desk.getByText('Chưa có sản phẩm nào xét được')).toBeVisible();

  const road = await phone(browser);
  await signInStaff(road, DEMO.officialOfNation);
  await takeOnTheRoad(road, title);
  await road.context().setOffline(true);
  await road.reload();
  await judgeFirst(road);
  await expect(road.getByText(/^Đã ghi vào máy, chưa gửi/)).toBeVisible({ timeout: 20_000 });
  await judgeFirst(road, ['Lô hàng']);
  await unsent(road, 2);
  await expect(road.getByRole('heading', { name: 'Còn 2 sản phẩm' })).toBeVisible();
  await road.reload();
  await unsent(road, 2);
  await road.context().setOffline(false);
  await allSent(road);

  await visit(desk, new URL(desk.url()).pathname);
  await expect(desk.getByText('Đã kiểm tra 2 trên 4').first()).toBeVisible();
  await expect(desk.getByText(/khoảng tin cậy 95 %: từ \d/)).toBeVisible();
  await expect(desk.getByRole('region', { name: 'Từng mục của nhãn' }).getByRole('row', { name: /^Lô hàng 1 1 0/ })).toBeVisible();
  for (const page of [desk, road]) await page.context().close();
});
