import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { Database, Events, EventWorkers, sql, type Actor, type SettableClock } from '@choxa/platform';
import { AcceptParcel, FillBag, MoveBag, OpenBag, RecordScans, type DemoOffice } from '@choxa/postal';
import { PostingRequested } from '@choxa/postal-contract';

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
  const leaving = await accepted(app, clerk, counter, city, clock, 6);
  const coming = await accepted(app, deliveryClerk, city, counter, clock, 3);
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

/** Parcels between two counters, announced and accepted; their numbers. */
async function accepted(
  app: INestApplicationContext,
  clerk: Actor,
  from: DemoOffice,
  to: DemoOffice,
  clock: SettableClock,
  count: number,
): Promise<string[]> {
  const references = Array.from({ length: count }, () => randomUUID());
  await app.get(Database).transaction(async (tx) => {
    for (const [index, senderReference] of references.entries())
      await app.get(Events).publish(tx, PostingRequested, {
        operatorCode: from.operatorCode,
        sender: { name: 'Cơ sở Mẫu', phone: '+84500002401', street: 'Số 5, đường Mẫu', communeCode: from.communeCode },
        senderReference,
        recipient: {
          name: RECIPIENTS[index % RECIPIENTS.length]!,
          phone: `+8450000241${index}`,
          street: `Số ${20 + index}, đường Mẫu`,
          communeCode: to.communeCode,
        },
        weightGrams: 400 + index * 150,
        codVnd: index === 0 ? 150_000 : 0,
        contents: [{ code14: null, description: 'Hàng mẫu', quantity: 1 }],
        requestedAt: clock.now().toISOString(),
      });
  });
  await app.get(EventWorkers).drain();
  const parcels = await sql<{ number: string }>(
    app.get(Database).read,
    'select number from postal.parcel where sender_reference = any($1) order by number',
    [references],
  );
  for (const { number } of parcels) await app.get(AcceptParcel).run(clerk, number, { weightGrams: 650 }, randomUUID());
  await app.get(EventWorkers).drain();
  return parcels.map(({ number }) => number);
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

const RECIPIENTS = ['Phan Thị Nụ', 'Hà Văn Lúa', 'Đoàn Thị Khế', 'Trương Văn Sắn'];
