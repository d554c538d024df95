import { sql, type Actor, type Tx } from '@choxa/platform';
import { localDay } from '@choxa/standards';

const DAY_MS = 86_400_000;

/** The guest orders that count as the caller's own: of `phone`, placed up to `until`; those before `wholeFrom` are only summed up. */
export interface ProvenOrders {
  /** E.164; null where the session rests on no proof of the phone: then there are none. */
  phone: string | null;
  until: Date;
  wholeFrom: Date;
}

/** By the rule of today and the moment at which this session's phone was proven by a code. */
export async function provenOrders(
  tx: Tx,
  { phone, limits: { phoneProvenAt } }: Pick<Actor, 'phone' | 'limits'>,
  now: Date,
): Promise<ProvenOrders> {
  if (!phoneProvenAt) return { phone: null, until: now, wholeFrom: now };
  const [rule] = await sql<{ proofDays: number; wholeDays: number }>(
    tx,
    `select proof_days as "proofDays", whole_days as "wholeDays" from orders.guest_order_rule
      where valid_from <= $1 and (valid_to is null or valid_to >= $1) order by valid_from desc limit 1`,
    [localDay(now)],
  );
  if (!rule) return { phone: null, until: now, wholeFrom: now };
  const at = phoneProvenAt.getTime();
  return { phone, until: new Date(at + rule.proofDays * DAY_MS), wholeFrom: new Date(at - rule.wholeDays * DAY_MS) };
}
