import type { INestApplicationContext } from '@nestjs/common';
import { ImageFileStore } from '@choxa/catalogue';
import { OpenComplaint, RequestReturn, ReturnPictures } from '@choxa/orders';
import { Database, sql, type Actor, type SettableClock } from '@choxa/platform';
import type { SeededGoods } from './seed-goods.js';
import type { PlacedOrder } from './carry-parcel.js';

const HOUR_MS = 3_600_000;

interface Bought {
  number: string;
  sellerOrderId: string;
  lineId: string;
  imageKey: string;
  deliveredAt: Date;
}

/**
 * What buyers of the demo household are not content with: a return with a picture, a disputed delivery, a complaint near its deadline; and a
 * complaint of the demo's shopper that the post is to answer.
 */
export async function seedAfterSale(
  app: INestApplicationContext,
  goods: SeededGoods,
  orders: readonly PlacedOrder[],
  shopper: Actor,
  clock: SettableClock,
  until: Date,
): Promise<void> {
  const keys = new Map(orders.map(({ orderNumber, accessKey }) => [orderNumber, accessKey]));
  const [newest, before, old] = await sql<Bought>(app.get(Database).read, BOUGHT, [goods.sellers.get('da-lat')!.householdId, null]);
  const ofShopper = (await sql<Bought>(app.get(Database).read, BOUGHT, [null, shopper.accountId])).at(-1);
  const within = (bought: Bought, hours: number) =>
    clock.set(new Date(Math.min(bought.deliveredAt.getTime() + hours * HOUR_MS, until.getTime())));
  if (newest) {
    within(newest, 20);
    const upload = (await app.get(ImageFileStore).read(newest.imageKey))!.full;
    const key = keys.get(newest.number);
    const picture = await app.get(ReturnPictures).add(null, newest.number, key, newest.sellerOrderId, upload);
    await app.get(RequestReturn).run(null, newest.number, key, {
      sellerOrderId: newest.sellerOrderId,
      lines: [{ lineId: newest.lineId, quantity: 1 }],
      reason: 'damaged',
      note: 'Một gói bị rách, hàng đổ ra hộp.',
      pictureIds: [picture],
    });
  }
  if (before) {
    within(before, 30);
    await complain(app, keys, before, 'missing_items', 'Đặt hai gói mà trong hộp chỉ có một gói.');
  }
  if (old) {
    clock.set(new Date(until.getTime() - 9 * 24 * HOUR_MS));
    if (clock.now() > old.deliveredAt) await complain(app, keys, old, 'quality', 'Hàng có mùi lạ, tôi muốn hộ xem lại.');
  }
  if (ofShopper) {
    clock.set(new Date(until.getTime() - 2 * 24 * HOUR_MS));
    await complain(app, keys, ofShopper, 'parcel_late', 'Hẹn giao buổi sáng mà tối mới tới, tôi phải chờ cả ngày.');
  }
  clock.set(until);
}

async function complain(
  app: INestApplicationContext,
  keys: ReadonlyMap<string, string>,
  { number, sellerOrderId }: Bought,
  topic: 'missing_items' | 'quality' | 'parcel_late',
  text: string,
): Promise<void> {
  await app.get(OpenComplaint).run(null, number, keys.get(number), { sellerOrderId, topic, text });
}

const BOUGHT = `
  select whole.number, part.id as "sellerOrderId", line.id as "lineId", image.key as "imageKey", part.delivered_at as "deliveredAt"
    from orders.seller_order part
    join orders."order" whole on whole.id = part.order_id
    join lateral (select id, product_id from orders.order_line where seller_order_id = part.id order by position limit 1) line on true
    join lateral (select key from catalogue.image where product_id = line.product_id order by position, id limit 1) image on true
   where (part.household_id = $1 or whole.account_id = $2) and part.state = 'delivered' order by part.delivered_at desc limit 3`;
