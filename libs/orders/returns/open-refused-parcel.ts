import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, sql, type Tx } from '@choxa/platform';

/** The household has a parcel back that its buyer never had: what is in it waits to be looked at before it goes on sale again. */
@Injectable()
export class OpenRefusedParcel {
  constructor(private readonly clock: Clock) {}

  async run(tx: Tx, sellerOrderId: string): Promise<void> {
    const id = randomUUID();
    await sql(
      tx,
      `insert into orders.return_case (id, seller_order_id, state, reason, note, opened_at, changed_at) values ($1, $2, 'arrived', null, '', $3, $3)`,
      [id, sellerOrderId, this.clock.now()],
    );
    await sql(
      tx,
      `insert into orders.return_line (return_id, line_id, quantity)
       select $1, id, coalesce(confirmed_quantity, quantity) from orders.order_line
        where seller_order_id = $2 and coalesce(confirmed_quantity, quantity) > 0`,
      [id, sellerOrderId],
    );
  }
}
