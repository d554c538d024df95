import { sql, type Tx } from '@choxa/platform';

/** Until `tx` ends, one at a time about the thing `id`: two events about it, handled side by side, must see each other's rows. */
export async function lockFact(tx: Tx, id: string): Promise<void> {
  await sql(tx, `select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`audit.${id}`]);
}
