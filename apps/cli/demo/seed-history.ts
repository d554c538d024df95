import type { INestApplicationContext } from '@nestjs/common';
import { ChangeCart, ConfirmSellerOrder, PlaceOrder } from '@choxa/orders';
import { Places } from '@choxa/places';
import { Database, EventWorkers, sql, type Actor, type SettableClock } from '@choxa/platform';
import type { DemoOffice } from '@choxa/postal';
import { accept, after, carry, DAY_MS, postStaff, type Fate, type History, type Part, type PlacedOrder } from './carry-parcel.js';
import { wishesOf } from './order-wishes.js';
import type { SeededGoods } from './seed-goods.js';

const ORDERS = 150;
/**
 * The demo shopper's orders, counted back from the newest: one nobody has answered, one delivered a day ago, one from long ago; no more than may
 * be under way at once to be paid in cash.
 */
const OF_SHOPPER = [0, 10, 100];
/** The shopper placed this one without signing in, some months ago, while no more was under way than an unproven phone may have. */
const GUEST_ORDER_OF_SHOPPER = 60;

/** Of the newest orders, the newest first: every list has something in it. */
const NEWEST: Fate[] = [
  'placed',
  'placed',
  'confirmed',
  'accepted',
  'dispatched',
  'at-office',
  'out',
  'attempted',
  'held',
  'returning',
  'delivered',
];

/** So many days up to `until`. */
interface Span {
  until: Date;
  days: number;
}

/** Two quarters of orders and parcels, each through the real use cases, at the time it happened. */
export async function seedHistory(
  app: INestApplicationContext,
  goods: SeededGoods,
  offices: DemoOffice[],
  shopper: Actor,
  clock: SettableClock,
  span: Span,
  log: (line: string) => void,
): Promise<PlacedOrder[]> {
  const post = await postStaff(app, offices);
  const histories: History[] = [];
  for (let index = 0; index < ORDERS; index += 1) histories.push(await placeOne(app, goods, index, shopper, clock, span));
  log(`đơn hàng / orders: ${histories.length}`);
  const parts = await partsOf(app, histories);
  // Stage by stage over all of them: what one stage reports must have arrived before the next begins.
  for (const [history, part] of parts) await answer(app, goods, history, part, clock);
  for (const [history, part] of parts) await accept(app, post, history, part, clock);
  await drain(app);
  for (const [history, part] of parts) await carry(app, post, history, part, clock);
  await drain(app);
  log(`bưu gửi / parcels: ${parts.length}`);
  return histories;
}

async function placeOne(
  app: INestApplicationContext,
  goods: SeededGoods,
  index: number,
  shopper: Actor,
  clock: SettableClock,
  { until, days }: Span,
): Promise<History> {
  const fate = fateOf(index);
  const newest = index >= ORDERS - NEWEST.length;
  // One that nobody has answered is cancelled by itself after a day and a half.
  const newestDays = fate === 'placed' ? 0.2 : 3;
  const age = newest ? newestDays + (ORDERS - index) * 0.1 : days - (index * (days - 12)) / ORDERS;
  const placedAt = new Date(until.getTime() - age * DAY_MS);
  clock.set(placedAt);
  const pack = goods.packs[(index * 7) % goods.packs.length]!;
  const second = goods.packs[(index * 7 + 3) % goods.packs.length]!;
  let cartId = await app.get(ChangeCart).add({ cartId: null, accountId: null }, pack.packId, 1 + (index % 3));
  if (index % 4 === 0 && second.packId !== pack.packId)
    cartId = await app.get(ChangeCart).add({ cartId, accountId: null }, second.packId, 1);
  const ofShopper = OF_SHOPPER.includes(ORDERS - 1 - index);
  const provinces = app.get(Places).provinces();
  const province = ofShopper ? '68' : provinces[(index * 5) % provinces.length]!.code;
  const communes = app.get(Places).communes(province);
  const phone = ofShopper || index === GUEST_ORDER_OF_SHOPPER ? shopper.phone : `+8450001${String(1000 + index)}`;
  // As if the code sent to the phone had been entered: dear orders ask for it.
  await sql(app.get(Database).read, 'update orders.cart set verified_phone = $2 where id = $1', [cartId, phone]);
  const placed = JSON.parse(
    await app.get(PlaceOrder).run({
      actor: ofShopper ? shopper : null,
      cartId,
      idempotencyKey: `demo-${index}`,
      input: {
        recipientName: ofShopper ? shopper.name : RECIPIENTS[index % RECIPIENTS.length]!,
        phone,
        communeCode: communes[(index * 11) % communes.length]!.code,
        street: `Số ${12 + index}, đường Mẫu`,
        paymentMethod: 'cod',
        ...wishesOf(index, pack, province),
      },
    }),
  ) as { number: string; accessKey: string };
  // The post registers the parcel at once, so that it knows it from that day on.
  await drain(app);
  return { fate, placedAt, orderNumber: placed.number, accessKey: placed.accessKey };
}

function fateOf(index: number): Fate {
  const fromEnd = ORDERS - 1 - index;
  if (fromEnd < NEWEST.length) return NEWEST[fromEnd]!;
  if (index % 17 === 0) return 'returned';
  return index % 5 === 0 ? 'unchecked' : 'delivered';
}

async function partsOf(app: INestApplicationContext, histories: History[]): Promise<[History, Part][]> {
  const byNumber = new Map(histories.map((history) => [history.orderNumber, history]));
  const rows = await sql<Part & { orderNumber: string }>(
    app.get(Database).read,
    `select part.id, part.parcel_number as number, part.household_id as household, part.cod_vnd as "codVnd", whole.number as "orderNumber",
            part.province_code as sender, whole.province_code as recipient, 800 as weight,
            array(select line.label #>> '{barcode,number}' from orders.order_line line
                   where line.seller_order_id = part.id and line.label #>> '{barcode,number}' is not null) as codes
       from orders.seller_order part join orders."order" whole on whole.id = part.order_id order by whole.placed_at`,
  );
  return rows.map(({ orderNumber, ...part }) => [byNumber.get(orderNumber)!, part]);
}

async function answer(app: INestApplicationContext, goods: SeededGoods, history: History, part: Part, clock: SettableClock): Promise<void> {
  if (history.fate === 'placed') return;
  const seller = [...goods.sellers.values()].find((each) => each.householdId === part.household)!;
  clock.set(after(history, 0.2));
  await app.get(ConfirmSellerOrder).run(seller.actor, part.id);
}

async function drain(app: INestApplicationContext): Promise<void> {
  await app.get(EventWorkers).drain();
}

const RECIPIENTS = [
  'Ngô Thanh Bình',
  'Lý Thị Hoa',
  'Đinh Công Tráng',
  'Vũ Ngọc Ánh',
  'Tô Hoàng Nam',
  'Mai Thị Lựu',
  'Cao Xuân Hải',
  'Bạch Thị Sen',
];
