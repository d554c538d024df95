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
