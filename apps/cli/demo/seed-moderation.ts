import type { INestApplicationContext } from '@nestjs/common';
import { AppealTakedown, ReportProduct, TakeDownProduct } from '@choxa/catalogue';
import { Database, sql, type Actor, type SettableClock } from '@choxa/platform';
import { DEMO_TAKEN_DOWN } from './goods/demo-good.js';

const REPORTS = [
  { name: 'Trà atiso túi lọc', category: 'label', text: 'Trên gói không thấy ghi ngày sản xuất.' },
  { name: 'Muối tôm Tây Ninh', category: 'not_as_shown', text: 'Gói nhận được nhỏ hơn trong hình.' },
] as const;

/** What shoppers reported in the last days, and one product taken down whose household has appealed. */
export async function seedModeration(app: INestApplicationContext, official: Actor, household: Actor, clock: SettableClock): Promise<void> {
  for (const { name, ...report } of REPORTS) await app.get(ReportProduct).run('203.0.113.9', (await productOf(app, name)).slug, report);
  const takedownId = await app.get(TakeDownProduct).run(official, {
    productId: (await productOf(app, DEMO_TAKEN_DOWN)).id,
    authority: 'Chi cục An toàn thực phẩm (mẫu)',
    documentNumber: '15/ATTP-MAU',
    reason: 'Nhãn thiếu ngày sản xuất và hạn sử dụng',
    requestedAt: new Date(clock.now().getTime() - 5 * 3_600_000),
  });
  await app.get(AppealTakedown).run(household, takedownId, 'Gia đình đã in lại nhãn có ngày sản xuất và hạn sử dụng.');
}

async function productOf(app: INestApplicationContext, name: string): Promise<{ id: string; slug: string }> {
  const [product] = await sql<{ id: string; slug: string }>(
    app.get(Database).read,
    'select id, slug from catalogue.product where name = $1',
    [name],
  );
  return product!;
}
