import { sql, type Tx } from '@choxa/platform';
import type { OrderParcelDto } from './parcels.dto.js';

/** The parcels of seller orders that go in several, by seller order. One that goes in a single parcel has none here. */
export async function parcelsOf(tx: Tx, sellerOrderIds: readonly string[]): Promise<Map<string, OrderParcelDto[]>> {
  const rows = await sql<OrderParcelDto & { sellerOrderId: string }>(
    tx,
    `select seller_order_id as "sellerOrderId", position, number, state as status, outcome, weight_grams as "weightGrams",
            goods_vnd as "goodsVnd", cod_vnd as "codVnd",
            (select json_agg(json_build_object('line', held.line_id, 'quantity', held.quantity) order by line.position)
               from orders.parcel_line held join orders.order_line line on line.id = held.line_id where held.parcel_id = parcel.id) as lines
       from orders.parcel where seller_order_id = any($1::uuid[]) order by seller_order_id, position`,
    [sellerOrderIds],
  );
  const parcels = new Map<string, OrderParcelDto[]>();
  for (const { sellerOrderId, ...parcel } of rows) parcels.set(sellerOrderId, [...(parcels.get(sellerOrderId) ?? []), parcel]);
  return parcels;
}
