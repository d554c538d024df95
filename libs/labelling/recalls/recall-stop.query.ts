import { sql, type Tx } from '@choxa/platform';

/**
 * Whether a recall stops the sale of the whole pack: one says that its lots cannot be told apart, or nothing but recalled lots is left.
 *
 * @param hasLot whether the pack has a lot to be sold from
 */
export async function mustStopSale(tx: Tx, packId: string, hasLot: boolean): Promise<boolean> {
  const recalls = await sql<{ scope: string }>(tx, 'select scope from labelling.lot_recall where pack_id = $1 and ended_at is null', [
    packId,
  ]);
  return recalls.some(({ scope }) => scope === 'pack') || (recalls.length > 0 && !hasLot);
}
