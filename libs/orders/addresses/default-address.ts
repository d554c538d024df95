import { platformProblem, sql, type Tx } from '@choxa/platform';

/** Rivals that change one account's addresses queue up here: how many there are and which is the default concerns several rows. */
export async function lockAddresses(tx: Tx, accountId: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`orders.address ${accountId}`]);
}

/** Makes one of the account's addresses the default. Throws `not-found` where it is not the account's. Call {@link lockAddresses} first. */
export async function offerFirst(tx: Tx, accountId: string, id: string): Promise<void> {
  await tx.query('update orders.saved_address set is_default = false where account_id = $1 and is_default and id <> $2', [accountId, id]);
  const chosen = 'update orders.saved_address set is_default = true where account_id = $1 and id = $2 returning id';
  if (!(await sql(tx, chosen, [accountId, id])).length) throw platformProblem('not-found');
}
