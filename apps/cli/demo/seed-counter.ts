import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { Places } from '@choxa/places';
import { Database, Events, EventWorkers, sql, type Actor, type SettableClock } from '@choxa/platform';
import { AnswerPickup, RecordCounterService, TakeWalkInParcel, type DemoOffice } from '@choxa/postal';
import { PickupRequested, PostingRequested, type PickupHalf } from '@choxa/postal-contract';
import { addDays, localDay } from '@choxa/standards';

const HOUR_MS = 3_600_000;
/** Ho Chi Minh City, where what is sent from the demo counter goes. */
const TO_PROVINCE = '79';

/** What the demo clerk's counter sees on a day: senders with parcels to hand over or to be fetched, somebody without an announcement, public services. */
export async function seedCounter(
  app: INestApplicationContext,
  office: DemoOffice,
  clerk: Actor,
  clock: SettableClock,
  until: Date,
): Promise<void> {
  clock.set(new Date(until.getTime() - 3 * HOUR_MS));
  const communes = app.get(Places, { strict: false }).communes(office.provinceCode);
  for (const [index, sender] of SENDERS.entries()) {
    const communeCode = index === 0 ? office.communeCode : communes[index]!.code;
    const references = await announced(app, office, { ...sender, communeCode }, clock);
    if (sender.half) await wantedFetched(app, { ...sender, communeCode }, references, sender.half, clock);
  }
  const pickups = await sql<{ id: string }>(app.get(Database).read, PICKUPS, [office.id, localDay(clock.now())]);
  // The last one waits for its answer.
  for (const { id } of pickups.slice(0, -1)) await app.get(AnswerPickup, { strict: false }).run(clerk, id, null);
  await walkIn(app, office, clerk);
  await services(app, office, clerk, clock);
  await app.get(EventWorkers).drain();
}

type Sender = { name: string; phone: string; street: string; communeCode: string };

/** Three parcels of a sender; their references. */
async function announced(app: INestApplicationContext, office: DemoOffice, sender: Sender, clock: SettableClock): Promise<string[]> {
  const [to] = app.get(Places, { strict: false }).communes(TO_PROVINCE);
  const references = GOODS.map(() => randomUUID());
  await app.get(Database).transaction(async (tx) => {
    for (const [index, senderReference] of references.entries())
      await app.get(Events).publish(tx, PostingRequested, {
        operatorCode: office.operatorCode,
        sender,
        senderReference,
        recipient: { ...RECIPIENTS[index]!, communeCode: to!.code },
        weightGrams: 450 + index * 400,
        codVnd: index === 1 ? 0 : 180_000 + index * 45_000,
        contents: [{ ...GOODS[index]!, quantity: 1 }],
        requestedAt: clock.now().toISOString(),
      });
  });
  await app.get(EventWorkers).drain();
  return references;
}

async function wantedFetched(
  app: INestApplicationContext,
  sender: Sender,
  references: string[],
  half: PickupHalf,
  clock: SettableClock,
): Promise<void> {
  const request = {
    pickupReference: randomUUID(),
    sender,
    day: localDay(clock.now()),
    half,
    note: 'Nhà có cổng xanh, gọi trước khi đến',
    parcels: references.map((senderReference) => ({ senderReference })),
    requestedAt: clock.now().toISOString(),
  };
  await app.get(Database).transaction((tx) => app.get(Events).publish(tx, PickupRequested, request));
  await app.get(EventWorkers).drain();
}

/** Books for a neighbour in the same ward, in the lightest step of the demo tariff. */
async function walkIn(app: INestApplicationContext, office: DemoOffice, clerk: Actor): Promise<void> {
  const party = (name: string, phone: string) => ({ name, phone, street: 'Số 9, đường Mẫu', communeCode: office.communeCode });
  const parcel = {
    office: office.id,
    sender: party('Lê Văn Gửi', '0500002471'),
    recipient: party('Võ Thị Nhận', '0500002472'),
    weightGrams: 420,
    codVnd: 0,
    contents: [{ description: 'Sách', quantity: 2 }],
    paidVnd: 16_000,
  };
  await app.get(TakeWalkInParcel, { strict: false }).run(clerk, parcel, randomUUID());
}

async function services(app: INestApplicationContext, office: DemoOffice, clerk: Actor, clock: SettableClock): Promise<void> {
  const recordService = app.get(RecordCounterService, { strict: false });
  const today = localDay(clock.now());
  const record = async (kind: string, daysAgo: number, count: number) => {
    const answer = await recordService.run(clerk, { office: office.id, kind, day: addDays(today, -daysAgo), count }, randomUUID());
    return (JSON.parse(answer) as { id: string }).id;
  };
  for (const [kind, counts] of Object.entries(SERVED)) for (const [daysAgo, count] of counts.entries()) await record(kind, daysAgo, count);
  const wrong = await record('online_help', 0, 12);
  await recordService.correct(clerk, wrong, { rightCount: 2, reason: 'Gõ thừa số 1' }, randomUUID());
}

const PICKUPS = 'select id from postal.pickup where office_id = $1 and day = $2 order by requested_at, sender_name';

/** Counts of today and the days before it. */
const SERVED = { file_received: [4, 6, 3], result_returned: [3, 2, 5], fee_collected: [1, 2] };

const SENDERS: { name: string; phone: string; street: string; half?: PickupHalf }[] = [
  { name: 'Cơ sở Trà Mẫu', phone: '+84500002451', street: 'Số 3, đường Mẫu' },
  { name: 'Hộ Rau Mẫu', phone: '+84500002452', street: 'Thôn 1', half: 'morning' },
  { name: 'Hộ Hoa Mẫu', phone: '+84500002453', street: 'Thôn 4', half: 'morning' },
  { name: 'Tổ hợp tác Dâu Mẫu', phone: '+84500002454', street: 'Tổ 7', half: 'afternoon' },
];

const RECIPIENTS = [
  { name: 'Mai Thị Sen', phone: '+84500002461', street: 'Số 11, đường Mẫu' },
  { name: 'Tô Văn Đào', phone: '+84500002462', street: 'Số 12, đường Mẫu' },
  { name: 'Lý Thị Cúc', phone: '+84500002463', street: 'Số 13, đường Mẫu' },
];

/** GS1's demonstration prefix. */
const GOODS = [
  { code14: '09520000024017', description: 'Trà ô long mẫu 200 g' },
  { code14: null, description: 'Mứt dâu mẫu 250 g' },
  { code14: '09520000024024', description: 'Hoa khô mẫu' },
];
