import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, sql, type Tx } from '@choxa/platform';
import { unitsIn } from '../parcels/divided-parcels.js';

/** The household has a parcel back that its buyer never had: what is in it waits to be looked at before it goes on sale again. */
@Injectable()
export class OpenRefusedParcel {
  constructor(private readonly clock: Clock) {}

  /** `parcelId`: which of several; that of the seller order where it went in a single parcel. */
  async run(tx: Tx, sellerOrderId: string, parcelId: string): Promise<void> {
    const id = randomUUID();
    await sql(
      tx,
      `insert into orders.return_case (id, seller_order_id, refused_parcel_id, state, reason, note, opened_at, changed_at)
       values ($1, $2, $3, 'arrived', null, '', $4, $4)`,
      [id, sellerOrderId, parcelId, this.clock.now()],
    );
    await sql(
      tx,
      `insert into orders.return_line (return_id, line_id, quantity)
       select $1, line.id, sent.quantity
         from orders.order_line line cross join lateral (select ${unitsIn('line', '$3::uuid')} as quantity) sent
        where line.seller_order_id = $2 and sent.quantity > 0`,
      [id, sellerOrderId, parcelId],
    );
  }
}
