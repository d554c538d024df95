import { Injectable } from '@nestjs/common';
import { Events, sql, type Tx } from '@choxa/platform';
import { SellerOrderReturned } from './seller-orders.events.js';

/** Lines of which the buyer keeps nothing no longer count as traded. Told twice, the earlier time stays on the line. */
@Injectable()
export class TellLinesReturned {
  constructor(private readonly events: Events) {}

  async run(tx: Tx, sellerOrderId: string, lineIds: string[], at: Date): Promise<void> {
    await sql(tx, 'update orders.order_line set returned_at = least(returned_at, $2) where id = any($1)', [lineIds, at]);
    await this.events.publish(tx, SellerOrderReturned, { sellerOrderId, returnedAt: at.toISOString(), lineIds });
  }
}
