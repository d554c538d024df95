import { sql, type Tx } from '@choxa/platform';

/**
 * Until `tx` ends, one at a time about each of the things `ids`: two events about one, handled side by side, must see each other's rows.
 * Locked in one sequence, whoever asks.
 */
export async function lockFacts(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql(
    tx,
    `select pg_advisory_xact_lock(key) from (select distinct hashtextextended('audit.' || id, 0) as key from unnest($1::text[]) id order by 1) keys`,
    [ids],
  );
}

/** Until `tx` ends nobody holds this thing alone by {@link lockFacts}, while others may share it. */
export async function shareFact(tx: Tx, id: string): Promise<void> {
  await sql(tx, `select pg_advisory_xact_lock_shared(hashtextextended('audit.' || $1, 0))`, [id]);
}
