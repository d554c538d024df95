import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { ChangeCart, ConfirmSellerOrder, PlaceOrder } from '@choxa/orders';
import { Places } from '@choxa/places';
import { Actor, Database, EventWorkers, sql, type Grant, type SettableClock } from '@choxa/platform';
import { AcceptParcel, DeliverParcel, RecordScans, type DemoOffice } from '@choxa/postal';
import { Accounts } from '@choxa/identity';
import { makeActor } from './demo-actors.js';
import { handOverCash } from './hand-over-cash.js';
import { wishesOf } from './order-wishes.js';
import type { SeededGoods } from './seed-goods.js';

const DAY_MS = 86_400_000;
const ORDERS = 150;
/**
 * The demo shopper's orders, counted back from the newest: one nobody has answered, one delivered a day ago, one from long ago; no more than may
 * be under way at once to be paid in cash.
 */
const OF_SHOPPER = [0, 10, 100];
/** The shopper placed this one without signing in, some months ago, while no more was under way than an unproven phone may have. */
const GUEST_ORDER_OF_SHOPPER = 60;

/** How far a parcel of the demo gets. The newest ones stop on the way, so that every list has something in it. */
type Fate =
  | 'placed'
  | 'confirmed'
  | 'accepted'
  | 'dispatched'
  | 'at-office'
  | 'out'
  | 'attempted'
  | 'held'
  | 'delivered'
  | 'unchecked'
  | 'returning'
  | 'returned';
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

/** An order of the history, with what opens it to whoever placed it. */
export interface PlacedOrder {
  orderNumber: string;
  accessKey: string;
}

interface History extends PlacedOrder {
  fate: Fate;
  placedAt: Date;
}

/** So many days up to `until`. */
interface Span {
  until: Date;
  days: number;
}

interface Part {
  id: string;
  number: string;
  household: string;
  codVnd: number;
  weight: number;
  codes: string[];
  sender: string;
  recipient: string;
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

async function accept(app: INestApplicationContext, post: Actor, history: History, part: Part, clock: SettableClock): Promise<void> {
  if (history.fate === 'placed' || history.fate === 'confirmed') return;
  clock.set(after(history, 0.8));
  const checked = history.fate === 'unchecked' ? {} : { checkedCodes: part.codes };
  await app.get(AcceptParcel).run(post, part.number, { weightGrams: part.weight, ...checked }, randomUUID());
}

/** Scans after acceptance: code, days after placing, whether the delivery office makes it. */
const WAY = [
  ['EDD', 1.0, false],
  ['EDE', 1.2, false],
  ['EMG', 2.0, true],
  ['EDG', 2.3, true],
] as const;
const REACHED: Partial<Record<Fate, number>> = { accepted: 0, dispatched: 2, 'at-office': 3, out: 4, placed: 0, confirmed: 0 };

async function carry(app: INestApplicationContext, post: Actor, history: History, part: Part, clock: SettableClock): Promise<void> {
  const { fate } = history;
  for (const [code, days, atDelivery] of WAY.slice(0, REACHED[fate] ?? WAY.length))
    await scan(app, post, history, part, clock, code, days, atDelivery);
  if (['attempted', 'held', 'returning', 'returned'].includes(fate))
    await scan(app, post, history, part, clock, 'EMH', 2.5, true, { reason: 'absent', nextAction: 'hold_for_collection' });
  if (['held', 'returning', 'returned'].includes(fate)) await scan(app, post, history, part, clock, 'EDF', 2.6, true);
  if (['returning', 'returned'].includes(fate)) await scan(app, post, history, part, clock, 'RTS', 2.8, true);
  if (fate === 'returned') await scan(app, post, history, part, clock, 'RTD', 4.5, false);
  if (fate === 'delivered' || fate === 'unchecked') {
    clock.set(after(history, 2.6));
    const [message] = await sql<{ body: string }>(
      app.get(Database).read,
      `select body from platform.message where template = 'postal.parcel-registered' and body like '%' || $1 || '%'`,
      [part.number],
    );
    const recipientCode = /\b\d{6}\b/.exec(message!.body.replaceAll(part.number, ''))![0];
    const deliveryPlace = Number(part.codVnd) % 11 === 0 ? 'pickup_point' : 'address';
    await app.get(DeliverParcel).run(post, part.number, { recipientCode, deliveryPlace, codCollectedVnd: part.codVnd }, randomUUID());
    await handOverCash(app, post, part);
  }
}

async function scan(
  app: INestApplicationContext,
  post: Actor,
  history: History,
  part: Part,
  clock: SettableClock,
  code: string,
  days: number,
  atDelivery: boolean,
  more: { reason?: string; nextAction?: string } = {},
): Promise<void> {
  clock.set(after(history, days));
  const operator = operatorOf(part.number);
  const office = `${operator}-${atDelivery ? part.recipient : part.sender}-01`;
  const sent = { id: randomUUID(), parcel: part.number, code, eventTime: clock.now().toISOString(), device: 'demo', office, ...more };
  const { results } = JSON.parse(await app.get(RecordScans).run(post, [sent], randomUUID())) as {
    results: { outcome: string; code: string }[];
  };
  if (results[0]!.outcome !== 'accepted') throw new Error(`demo scan ${code} of ${part.number}: ${results[0]!.code}`);
}

/** Which invented operator a number belongs to: their ranges begin differently. */
function operatorOf(number: string): string {
  if (number.startsWith('EE')) return 'SH';
  return number.startsWith('CE') ? 'TS' : 'CL';
}

/** Somebody who may do everything at every demo office; only the seed acts as this. */
async function postStaff(app: INestApplicationContext, offices: DemoOffice[]): Promise<Actor> {
  const nobody = await makeActor(app.get(Database), app.get(Accounts), { phone: '+84500009999', name: 'Nhân viên mẫu' }, []);
  const grants: Grant[] = offices.flatMap(({ id }) =>
    (['clerk', 'courier'] as const).map((role) => ({ role, scopeKind: 'office' as const, scopeId: id })),
  );
  return new Actor(nobody.accountId, nobody.name, nobody.phone, grants, nobody.sessionId);
}

function after({ placedAt }: History, days: number): Date {
  return new Date(placedAt.getTime() + days * DAY_MS);
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
