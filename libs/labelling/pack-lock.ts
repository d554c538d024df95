import { sql, type Tx } from '@choxa/platform';

/**
 * Until the transaction ends nobody else changes what labelling knows of the pack. Numbers, lots, events and the panel on the listing are
 * all written behind it, so the panel written last has seen every change before it.
 */
export async function lockPack(tx: Tx, packId: string): Promise<void> {
  await sql(tx, `select pg_advisory_xact_lock(hashtextextended('labelling.pack:' || $1, 0))`, [packId]);
}

/** Until the transaction ends nobody else gives this number, to a pack or to a carton. */
export async function lockNumber(tx: Tx, number14: string): Promise<void> {
  await sql(tx, `select pg_advisory_xact_lock(hashtextextended('labelling.number:' || $1, 0))`, [number14]);
}
