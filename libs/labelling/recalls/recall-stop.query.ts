import { sql, type Tx } from '@choxa/platform';
import { stopsSale, type RecallScope } from './recall.rules.js';

/** Whether recalls stop the sale of the whole pack now. `hasLot`: as for {@link stopsSale}. */
export async function mustStopSale(tx: Tx, packId: string, hasLot: boolean): Promise<boolean> {
  const running = await sql<{ scope: RecallScope }>(tx, 'select scope from labelling.lot_recall where pack_id = $1 and ended_at is null', [
    packId,
  ]);
  return stopsSale(
    running.map(({ scope }) => scope),
    hasLot,
  );
}
