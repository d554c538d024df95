import { readInSteps, TellsAgain, type FactSource, type Tx } from '@choxa/platform';
import { DELIVERED, toDelivered, type DeliveredRow } from './delivered-facts.query.js';
import {
  SellerOrderDelivered,
  SellerOrderReturned,
  type SellerOrderDeliveredV1,
  type SellerOrderReturnedV1,
} from './seller-orders.events.js';

/** Every seller order a buyer has had, with the lines as they were delivered, also those that went back later. */
@TellsAgain(SellerOrderDelivered)
export class TellDeliveriesAgain implements FactSource<SellerOrderDeliveredV1> {
  async tell(tx: Tx, take: (facts: readonly SellerOrderDeliveredV1[]) => Promise<void>): Promise<void> {
    await readInSteps<DeliveredRow>(tx, `${DELIVERED} where part.delivered_at is not null`, (rows) => take(rows.map(toDelivered)));
  }
}

/** Every line that went back. */
@TellsAgain(SellerOrderReturned)
export class TellReturnsAgain implements FactSource<SellerOrderReturnedV1> {
  async tell(tx: Tx, take: (facts: readonly SellerOrderReturnedV1[]) => Promise<void>): Promise<void> {
    await readInSteps<Omit<SellerOrderReturnedV1, 'returnedAt'> & { returnedAt: Date }>(tx, RETURNED, (rows) =>
      take(rows.map((row) => ({ ...row, returnedAt: row.returnedAt.toISOString() }))),
    );
  }
}

const RETURNED = `
  select seller_order_id as "sellerOrderId", returned_at as "returnedAt", array_agg(id order by position) as "lineIds"
    from orders.order_line where returned_at is not null group by seller_order_id, returned_at`;
