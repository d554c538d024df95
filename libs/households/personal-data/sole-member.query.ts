import { sql, type Tx } from '@choxa/platform';

/** Ids of the households an account is the only member of: without it nobody would be left to sell. */
export async function householdsOfSoleMember(tx: Tx, accountId: string): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    tx,
    `select household_id as id from households.member mine where account_id = $1
        and not exists (select from households.member other where other.household_id = mine.household_id and other.account_id <> $1)
      order by household_id`,
    [accountId],
  );
  return rows.map((row) => row.id);
}
