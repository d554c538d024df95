import { sql, type Actor, type Tx } from '@choxa/platform';

/** Keeps what an official who writes in audit is called, apart from what he wrote. */
export async function nameOfficial(tx: Tx, { accountId, name }: Actor): Promise<void> {
  await sql(
    tx,
    'insert into audit.inspector (account_id, name) values ($1, $2) on conflict (account_id) do update set name = excluded.name',
    [accountId, name],
  );
}
