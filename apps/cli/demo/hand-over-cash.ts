import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { Actor, Database, sql } from '@choxa/platform';
import { ConfirmCashCount, CountCash } from '@choxa/postal';

/** Whoever delivered brings the cash of a parcel to the office at once: nobody may hold what a whole history collects. A second person counts it too. */
export async function handOverCash(
  app: INestApplicationContext,
  post: Actor,
  { number, codVnd }: { number: string; codVnd: number },
): Promise<void> {
  if (!Number(codVnd)) return;
  const [parcel] = await sql<{ office: string }>(
    app.get(Database).read,
    'select delivery_office_id as office from postal.parcel where number = $1',
    [number],
  );
  const countedVnd = Number(codVnd);
  const counted = await app
    .get(CountCash, { strict: false })
    .run(post, { office: parcel!.office, kind: 'shift', countedVnd }, randomUUID());
  const { id } = JSON.parse(counted) as { id: string };
  const cashier = new Actor(CASHIER_ID, 'Thủ quỹ mẫu', '+84500009998', post.grants, randomUUID());
  await app.get(ConfirmCashCount, { strict: false }).run(cashier, id, { countedVnd });
}

/** Only the seed acts as this; there is no such account. */
const CASHIER_ID = '00000000-0000-4000-8000-000000009998';
