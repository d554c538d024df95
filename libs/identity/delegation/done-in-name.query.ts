import { decodeCursor, DEFAULT_LIMIT, pageOf, sql, type Page, type Tx } from '@choxa/platform';

/** One thing a clerk did in a household's name. */
export interface DoneInName {
  id: string;
  at: string;
  clerkName: string;
  householdId: string;
  action: string;
  subjectKind: string;
  subjectId: string;
}

/** Everything done in the name of these households, newest first. */
export async function doneInName(
  tx: Tx,
  householdIds: readonly string[],
  { limit = DEFAULT_LIMIT, cursor }: { limit?: number; cursor?: string },
): Promise<Page<DoneInName>> {
  const [before] = cursor ? decodeCursor(cursor, 1) : [null];
  const rows = await sql<Omit<DoneInName, 'id' | 'at'> & { id: number; at: Date }>(
    tx,
    `select entry.id, entry.at, account.name as "clerkName", entry.on_behalf_of as "householdId", entry.action, entry.subject_kind as "subjectKind",
            entry.subject_id as "subjectId"
       from platform.trail_entry entry join identity.account on account.id = entry.account_id
      where entry.on_behalf_of = any($1::uuid[]) and ($2::bigint is null or entry.id < $2)
      order by entry.id desc limit $3`,
    [householdIds, before, limit + 1],
  );
  return pageOf(
    rows,
    limit,
    (row) => [row.id],
    (row) => ({ ...row, id: String(row.id), at: row.at.toISOString() }),
  );
}
