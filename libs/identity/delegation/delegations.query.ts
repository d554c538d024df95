import { sql, type Duty, type Tx } from '@choxa/platform';

/** A delegation as its two sides see it. */
export interface DelegationRow {
  id: string;
  householdId: string;
  householdName: string;
  clerkName: string;
  clerkPhone: string;
  duties: Duty[];
  askedAt: Date;
  endsAt: Date;
  confirmedAt: Date | null;
  endedAt: Date | null;
}

const SELECT = `
  select delegation.id, household_id as "householdId", household_name as "householdName", clerk.name as "clerkName", clerk.phone as "clerkPhone",
         duties, asked_at as "askedAt", ends_at as "endsAt", confirmed_at as "confirmedAt", ended_at as "endedAt"
    from identity.delegation join identity.account clerk on clerk.id = clerk_id`;

/** Most a list shows: a household has a handful over the years. */
const MOST = 100;

/** What these households have confirmed, newest first, ended ones too. */
export async function delegationsOf(tx: Tx, householdIds: readonly string[]): Promise<DelegationRow[]> {
  return sql<DelegationRow>(
    tx,
    `${SELECT} where household_id = any($1::uuid[]) and confirmed_at is not null order by asked_at desc, delegation.id limit ${MOST}`,
    [householdIds],
  );
}

/** What a clerk may act under now, by name of the household. */
export async function delegationsTo(tx: Tx, clerkId: string, now: Date): Promise<DelegationRow[]> {
  return sql<DelegationRow>(
    tx,
    `${SELECT} where clerk_id = $1 and confirmed_at is not null and ended_at is null and ends_at > $2
      order by household_name, delegation.id limit ${MOST}`,
    [clerkId, now],
  );
}

export async function delegationById(tx: Tx, id: string): Promise<DelegationRow> {
  const [row] = await sql<DelegationRow>(tx, `${SELECT} where delegation.id = $1`, [id]);
  return row!;
}
