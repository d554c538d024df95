import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { Database, EventWorkers, sql, type Actor, type SettableClock } from '@choxa/platform';
import { DeliverParcel, DisputeDelivery, OpenClaim, ParcelCodes, RecordScans, type DemoOffice } from '@choxa/postal';
import { acceptedParcels } from './accepted-parcels.js';

const HOUR_MS = 3_600_000;

/** A delivery that its recipient says did not happen, and a claim for compensation: what a manager and the demo clerk have to look at. */
export async function seedDoubts(
  app: INestApplicationContext,
  offices: DemoOffice[],
  { clerk, deliveryClerk }: Record<'clerk' | 'deliveryClerk', Actor>,
  clock: SettableClock,
  until: Date,
): Promise<void> {
  const office = (code: string) => offices.find((one) => one.code === code)!;
  const [counter, city] = [office('TS-68-01'), office('TS-79-01')];
  clock.set(new Date(until.getTime() - 20 * HOUR_MS));
  const [disputed, late] = (await acceptedParcels(app, clerk, counter, city, clock, 2)) as [string, string];
  clock.set(new Date(until.getTime() - 10 * HOUR_MS));
  await deliver(app, deliveryClerk, city, clock, disputed);
  clock.set(new Date(until.getTime() - 3 * HOUR_MS));
  await app.get(ParcelCodes, { strict: false }).send(disputed, 'recipient');
  const code = await messageCode(app, 'postal.parcel-code', disputed);
  await app.get(DisputeDelivery, { strict: false }).run(disputed, code, 'Tôi đi làm cả ngày, không ai ở nhà nhận hàng (mẫu)');
  await app
    .get(OpenClaim, { strict: false })
    .byStaff(clerk, late, { kind: 'delayed', words: 'Khách báo hẹn hôm qua mà chưa thấy hàng (mẫu)' });
  await app.get(EventWorkers).drain();
}

async function deliver(
  app: INestApplicationContext,
  courier: Actor,
  office: DemoOffice,
  clock: SettableClock,
  parcel: string,
): Promise<void> {
  for (const code of ['EMG', 'EDG']) {
    const scan = { id: randomUUID(), parcel, code, eventTime: clock.now().toISOString(), device: 'demo', office: office.code };
    await app.get(RecordScans).run(courier, [scan], randomUUID());
    clock.set(new Date(clock.now().getTime() + HOUR_MS));
  }
  const recipientCode = await messageCode(app, 'postal.parcel-registered', parcel);
  const [{ codVnd }] = (await sql<{ codVnd: number }>(
    app.get(Database).read,
    'select cod_vnd as "codVnd" from postal.parcel where number = $1',
    [parcel],
  )) as [{ codVnd: number }];
  const delivery = { recipientCode, deliveryPlace: 'address' as const, codCollectedVnd: codVnd };
  await app.get(DeliverParcel).run(courier, parcel, delivery, randomUUID());
}

/** The six digits of the newest such message about a parcel. */
async function messageCode(app: INestApplicationContext, template: string, parcel: string): Promise<string> {
  const [message] = await sql<{ body: string }>(
    app.get(Database).read,
    `select body from platform.message where template = $1 and body like '%' || $2 || '%' order by sent_at desc limit 1`,
    [template, parcel],
  );
  return /\b\d{6}\b/.exec(message!.body.replaceAll(parcel, ''))![0];
}
