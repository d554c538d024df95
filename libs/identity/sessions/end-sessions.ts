import { sql, type Tx } from '@choxa/platform';

/**
 * Ends sessions of an account; they are worth nothing from the next request on.
 *
 * @param which `only` this one, or all `but` this one (null: all)
 * @returns the ids of those that ended
 */
export async function endSessions(
  tx: Tx,
  { accountId, which, now }: { accountId: string; which: { only: string } | { but: string | null }; now: Date },
): Promise<string[]> {
  const [test, id] = 'only' in which ? ['id = $3', which.only] : ['id is distinct from $3', which.but];
  const ended = await sql<{ id: string }>(
    tx,
    `update identity.session set revoked_at = $2 where account_id = $1 and revoked_at is null and expires_at > $2 and ${test}::uuid returning id`,
    [accountId, now, id],
  );
  return ended.map((session) => session.id);
}
