import { sql, type Tx } from '@choxa/platform';
import type { OrderLineDto } from './seller-order.dto.js';

/** Lines by seller order, in their sequence. */
export async function linesOf(tx: Tx, sellerOrderIds: string[]): Promise<Map<string, OrderLineDto[]>> {
  const rows = await sql<OrderLineDto & { sellerOrderId: string }>(
    tx,
    `select seller_order_id as "sellerOrderId", id, product_name as "productName", slug, net_content as "netContent", quantity, confirmed_quantity as "confirmedQuantity",
            price_vnd as "priceVnd", line_vnd as "lineVnd", image, coalesce((label->>'compliant')::boolean, false) as labelled
       from orders.order_line where seller_order_id = any($1::uuid[]) order by seller_order_id, position`,
    [sellerOrderIds],
  );
  const lines = new Map<string, OrderLineDto[]>();
  for (const { sellerOrderId, ...line } of rows) lines.set(sellerOrderId, [...(lines.get(sellerOrderId) ?? []), line]);
  return lines;
}
