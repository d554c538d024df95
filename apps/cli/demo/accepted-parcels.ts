import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { Database, Events, EventWorkers, sql, type Actor, type SettableClock } from '@choxa/platform';
import { AcceptParcel, type DemoOffice } from '@choxa/postal';
import { PostingRequested } from '@choxa/postal-contract';

const RECIPIENTS = ['Phan Thị Nụ', 'Hà Văn Lúa', 'Đoàn Thị Khế', 'Trương Văn Sắn'];

/** Parcels from one counter to where another delivers, announced and accepted; their numbers. `codVnd`: cash of each, where told. */
export async function acceptedParcels(
  app: INestApplicationContext,
  clerk: Actor,
  from: DemoOffice,
  to: DemoOffice,
  clock: SettableClock,
  count: number,
  codVnd?: number,
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
        codVnd: codVnd ?? (index === 0 ? 150_000 : 0),
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
