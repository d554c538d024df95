import type { INestApplicationContext } from '@nestjs/common';
import { AddLotInput, CorrectTraceEvent, MakeLot, NoteSighting, RecallLot, RecordTraceEvent, ReportLabel } from '@choxa/labelling';
import { Database, EventWorkers, sql, type Actor, type SettableClock } from '@choxa/platform';
import { addDays, localDay } from '@choxa/standards';
import type { SeededGoods, SeededPack } from './seed-goods.js';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Goods and what they are made from: of the same household, and of another one. */
const MADE_FROM = [
  ['Cà phê phin giấy Cầu Đất', 'Cà phê Arabica Cầu Đất rang mộc'],
  ['Muối tôm Tây Ninh', 'Tôm khô đất Năm Căn'],
] as const;
const RECALLED = 'Hồng sấy treo gió Đà Lạt';
const DOUBTED = 'Chè nõn tôm Tân Cương';
const [HANOI, HO_CHI_MINH_CITY, LAM_DONG] = ['01', '79', '68'];

/** Lots with a past: made from others, with a step declared wrong, taken back by an official; and labels that people doubt. */
export async function seedTraces(app: INestApplicationContext, goods: SeededGoods, official: Actor, clock: SettableClock): Promise<void> {
  const until = clock.now();
  for (const [made, from] of MADE_FROM) await seedMadeFrom(app, goods, named(goods, made), named(goods, from), clock);
  await seedRecall(app, goods, official, clock);
  await seedDoubts(app, named(goods, DOUBTED), clock);
  clock.set(until);
  await app.get(EventWorkers).drain();
}

/** The first entry of the processing says the wrong day and is corrected the day after. */
async function seedMadeFrom(app: INestApplicationContext, goods: SeededGoods, made: SeededPack, from: SeededPack, clock: SettableClock) {
  const now = clock.now();
  const { actor } = goods.sellers.get(made.householdKey)!;
  const lot = await app.get(MakeLot).run(actor, made.packId, {
    producedOn: addDays(localDay(now), -3),
    producedKind: 'production',
    quantity: 200,
  });
  await app.get(AddLotInput).run(actor, lot.id, { traceCode: (await newestLot(app, from.packId)).traceCode, quantity: 40 });
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const wrong = await app.get(RecordTraceEvent).run(actor, lot.id, { step: 'processing', occurredAt: ago(4), note: 'Mẻ số 12 (mẫu)' });
  await app.get(RecordTraceEvent).run(actor, lot.id, { step: 'packing', occurredAt: ago(1) });
  await app.get(CorrectTraceEvent).run(actor, wrong.id, {
    reason: 'incorrect_data',
    note: 'Ghi nhầm ngày: làm ngày hôm sau.',
    instead: { step: 'processing', occurredAt: ago(3), note: 'Mẻ số 12 (mẫu)' },
  });
}

/** The lot that was sold in the demo's history is taken back; the pack is sold on from a new one. */
async function seedRecall(app: INestApplicationContext, goods: SeededGoods, official: Actor, clock: SettableClock) {
  const { packId, householdKey } = named(goods, RECALLED);
  const { actor } = goods.sellers.get(householdKey)!;
  const sold = await newestLot(app, packId);
  const fresh = await app.get(MakeLot).run(actor, packId, { producedOn: localDay(clock.now()), producedKind: 'production', quantity: 300 });
  await app.get(RecordTraceEvent).run(actor, fresh.id, { step: 'packing' });
  await app.get(RecallLot).run(official, sold.id, {
    scope: 'lot',
    reason: 'spoiled',
    note: 'Một số gói bị mốc (mẫu). Xin ngừng dùng và liên hệ hộ sản xuất để đổi hàng.',
  });
}

/** Two people find labels strange, and one serial shows up at both ends of the country within two hours. */
async function seedDoubts(app: INestApplicationContext, { packId, number14 }: SeededPack, clock: SettableClock) {
  const now = clock.now();
  const { traceCode } = await newestLot(app, packId);
  const reported = { caller: '203.0.113.9', provinceCode: HANOI };
  await app
    .get(ReportLabel)
    .run({ ...reported, address: `/t/${traceCode}`, kind: 'looks_fake', note: 'Tem in mờ, giấy khác gói mua lần trước.' });
  await app.get(ReportLabel).run({ ...reported, address: '/01/09529999000019/10/X1', kind: 'other', provinceCode: LAM_DONG });
  const serial = `/01/${number14}/21/1001`;
  clock.set(new Date(now.getTime() - 2 * HOUR_MS));
  await app.get(NoteSighting).run(serial, HANOI!);
  clock.set(now);
  await app.get(NoteSighting).run(serial, HO_CHI_MINH_CITY!);
}

function named({ listed }: SeededGoods, name: string): SeededPack {
  return listed.find(({ good }) => good.name === name)!;
}

async function newestLot(app: INestApplicationContext, packId: string): Promise<{ id: string; traceCode: string }> {
  const [lot] = await sql<{ id: string; traceCode: string }>(
    app.get(Database).read,
    'select id, trace_code as "traceCode" from labelling.lot where pack_id = $1 order by produced_on desc, made_at desc limit 1',
    [packId],
  );
  return lot!;
}
