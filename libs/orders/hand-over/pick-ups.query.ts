import { sql, type Tx } from '@choxa/platform';
import type { PickUpDto } from './hand-over.dto.js';

/** The latest pick-up of seller orders, by seller order. */
export async function pickUpsOf(tx: Tx, sellerOrderIds: string[]): Promise<Map<string, PickUpDto>> {
  const rows = await sql<PickUpDto & { id: string }>(
    tx,
    `select distinct on (parcel.seller_order_id) parcel.seller_order_id as id, asked.day::text, asked.half, parcel.state, parcel.reason
       from orders.pick_up_parcel parcel join orders.pick_up asked on asked.id = parcel.pick_up_id
      where parcel.seller_order_id = any($1::uuid[]) order by parcel.seller_order_id, asked.requested_at desc`,
    [sellerOrderIds],
  );
  return new Map(rows.map(({ id, ...pickUp }) => [id, pickUp]));
}
