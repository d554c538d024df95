import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { EventWorkers, type Actor, type SettableClock } from '@choxa/platform';
import { FillBag, MoveBag, OpenBag, RecordScans, type DemoOffice } from '@choxa/postal';
import { acceptedParcels } from './accepted-parcels.js';

const HOUR_MS = 3_600_000;

/** Bags of the demo clerk's office: an open one, one on its way to the hub, and one that has arrived and waits to be unpacked. */
export async function seedBags(
  app: INestApplicationContext,
  offices: DemoOffice[],
  { clerk, hubClerk, deliveryClerk }: Record<'clerk' | 'hubClerk' | 'deliveryClerk', Actor>,
  clock: SettableClock,
  until: Date,
): Promise<void> {
  const office = (code: string) => offices.find((one) => one.code === code)!;
  const [counter, hub, city] = [office('TS-68-01'), office('TS-68-KT'), office('TS-79-01')];
  clock.set(new Date(until.getTime() - 6 * HOUR_MS));
  const leaving = await acceptedParcels(app, clerk, counter, city, clock, 6);
  const coming = await acceptedParcels(app, deliveryClerk, city, counter, clock, 3);
  clock.set(new Date(until.getTime() - 5 * HOUR_MS));
  const scans = coming.map((parcel) => ({
    id: randomUUID(),
    parcel,
    code: 'EDD',
    eventTime: clock.now().toISOString(),
    device: 'demo',
    office: hub.code,
  }));
  await app.get(RecordScans).run(hubClerk, scans, randomUUID());

  await bag(app, clerk, counter, hub, leaving.slice(0, 2));
  const left = await bag(app, clerk, counter, hub, leaving.slice(2, 5));
  const arrived = await bag(app, hubClerk, hub, counter, coming);
  clock.set(new Date(until.getTime() - 4 * HOUR_MS));
  await send(app, clerk, left);
  await send(app, hubClerk, arrived);
  clock.set(new Date(until.getTime() - HOUR_MS));
  await app.get(MoveBag, { strict: false }).arrive(clerk, arrived);
  await app.get(EventWorkers).drain();
}

async function bag(app: INestApplicationContext, clerk: Actor, from: DemoOffice, to: DemoOffice, parcels: string[]): Promise<string> {
  const id = randomUUID();
  await app.get(OpenBag, { strict: false }).run(clerk, { id, fromOffice: from.id, toOffice: to.id });
  const results = await app.get(FillBag, { strict: false }).put(
    clerk,
    id,
    parcels.map((parcel) => ({ parcel })),
  );
  const refused = results.find(({ outcome }) => outcome !== 'put');
  if (refused) throw new Error(`demo bag to ${to.code}: ${refused.parcel} ${refused.code}`);
  return id;
}

async function send(app: INestApplicationContext, clerk: Actor, id: string): Promise<void> {
  await app.get(MoveBag, { strict: false }).close(clerk, id);
  await app.get(MoveBag, { strict: false }).dispatch(clerk, id);
}
