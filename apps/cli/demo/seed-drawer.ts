import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { Database, EventWorkers, sql, type Actor, type SettableClock } from '@choxa/platform';
import { ConfirmCashCount, CountCash, DeliverParcel, MakePayoutBatch, type DemoOffice } from '@choxa/postal';
import { addDays, localDay } from '@choxa/standards';
import { acceptedParcels } from './accepted-parcels.js';

const HOUR_MS = 3_600_000;
const COD_VND = 185_000;
/** What the courier lacked when the cash was counted. */
const SHORT_VND = 5_000;
/** Only old collections are in the draft of a batch; newer ones wait to be paid out one by one. */
const BATCH_AGE_DAYS = 60;

/** Cash of the demo clerk's office: counted with something missing, and still held by the courier; and payments a second manager is to confirm. */
export async function seedDrawer(
  app: INestApplicationContext,
  offices: DemoOffice[],
  people: Record<'clerk' | 'cashier' | 'courier' | 'postalManager', Actor>,
  clock: SettableClock,
  until: Date,
): Promise<void> {
  const { clerk, cashier, courier, postalManager } = people;
  const counter = offices.find(({ code }) => code === 'TS-68-01')!;
  clock.set(new Date(until.getTime() - 3 * HOUR_MS));
  const [counted, held] = (await acceptedParcels(app, clerk, counter, counter, clock, 2, COD_VND)) as [string, string];
  await deliver(app, courier, counted);
  await bringShort(app, courier, cashier, counter.id);
  await deliver(app, courier, held);
  const cutOff = addDays(localDay(until), -BATCH_AGE_DAYS);
  await app.get(MakePayoutBatch, { strict: false }).run(postalManager, { cutOff }, randomUUID());
  await app.get(EventWorkers).drain();
}

async function deliver(app: INestApplicationContext, courier: Actor, number: string): Promise<void> {
  const [message] = await sql<{ body: string }>(
    app.get(Database).read,
    `select body from platform.message where template = 'postal.parcel-registered' and body like '%' || $1 || '%'`,
    [number],
  );
  const recipientCode = /\b\d{6}\b/.exec(message!.body.replaceAll(number, ''))![0];
  const delivery = { recipientCode, deliveryPlace: 'address' as const, codCollectedVnd: COD_VND };
  await app.get(DeliverParcel).run(courier, number, delivery, randomUUID());
}

/** The courier hands over less than the books say; the cashier counts the same and writes down why. */
async function bringShort(app: INestApplicationContext, courier: Actor, cashier: Actor, office: string): Promise<void> {
  const countedVnd = COD_VND - SHORT_VND;
  const notes = [
    { valueVnd: 100_000, pieces: 1 },
    { valueVnd: 20_000, pieces: 4 },
  ];
  const counted = await app.get(CountCash, { strict: false }).run(courier, { office, kind: 'shift', countedVnd, notes }, randomUUID());
  const { id } = JSON.parse(counted) as { id: string };
  await app.get(ConfirmCashCount, { strict: false }).run(cashier, id, { countedVnd, reason: 'Thối nhầm cho người nhận (mẫu)' });
}
