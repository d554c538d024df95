import { sql, type Tx } from '@choxa/platform';
import { COUNTING_STATES } from './return.rules.js';

export interface ReturnableLine {
  sellerOrderId: string;
  lineId: string;
  productName: string;
  netContent: string;
  setCode: string;
  /** Sent and not yet given back, nor asked to be. */
  left: number;
}

/** What of seller orders can still be asked to be returned. */
export async function returnableLines(tx: Tx, sellerOrderIds: readonly string[]): Promise<ReturnableLine[]> {
  return sql<ReturnableLine>(
    tx,
    `select line.seller_order_id as "sellerOrderId", line.id as "lineId", line.product_name as "productName", line.net_content as "netContent",
            line.set_code as "setCode",
            (coalesce(line.confirmed_quantity, line.quantity) - coalesce((
               select sum(back.quantity) from orders.return_line back join orders.return_case one on one.id = back.return_id
                where back.line_id = line.id and one.state = any($2::text[])), 0))::int as left
       from orders.order_line line where line.seller_order_id = any($1::uuid[]) order by line.seller_order_id, line.position`,
    [sellerOrderIds, COUNTING_STATES],
  );
}
