import type { LabelForSale } from '@choxa/labelling';
import { sql, steadyArray, type Tx } from '@choxa/platform';
import type { CartLine } from '../cart/read-cart.query.js';
import { HELD_COUNTS } from '../seller-orders/line-lots.sql.js';
import { allotLots, needsCount, type Allotment } from './allot-lots.rules.js';

/**
 * Lots and labels of the lines of orders, of each by pack; what one order takes the next ones find taken. The caller holds the stock rows of the packs, so no rival takes of the same lots meanwhile.
 * Costs a statement only where a counted lot comes first.
 */
export async function allotmentsOf(
  tx: Tx,
  orders: readonly (readonly CartLine[])[],
  labels: ReadonlyMap<string, LabelForSale[]>,
): Promise<Map<string, Allotment>[]> {
  const counted = [...labels.values()].filter(needsCount).flat();
  const taken = counted.length ? await takenOf(tx, counted) : new Map<string, number>();
  return orders.map(
    (lines) =>
      new Map(
        lines.map(({ packId, quantity }) => {
          const allotment = allotLots(labels.get(packId) ?? [], taken, quantity);
          for (const lot of allotment.lots) taken.set(lot.lotId, (taken.get(lot.lotId) ?? 0) + lot.quantity);
          return [packId, allotment] as const;
        }),
      ),
  );
}

/** Units of lots that orders have which still stand. What was scanned while packing counts instead of what was allotted. */
async function takenOf(tx: Tx, labels: readonly LabelForSale[]): Promise<Map<string, number>> {
  const rows = await sql<{ lotId: string; taken: number }>(
    tx,
    `select held.lot_id as "lotId", sum(held.quantity)::int as taken
       from orders.order_line_lot held
       join orders.order_line line on line.id = held.order_line_id
       join orders.seller_order part on part.id = line.seller_order_id
      where held.lot_id = any(${steadyArray('$1', 'uuid')}) and part.state not in ('cancelled', 'returned')
        and ${HELD_COUNTS}
      group by held.lot_id`,
    [labels.map(({ label }) => label.lotId)],
  );
  return new Map(rows.map(({ lotId, taken }) => [lotId, taken]));
}
