import { Injectable } from '@nestjs/common';
import type { ParcelDeliveredV1 } from '@choxa/postal-contract';
import { Clock, sql, type Tx } from '@choxa/platform';
import { unitsIn } from '../parcels/divided-parcels.js';
import { Payments } from '../payments/payments.js';
import { OweRefund } from '../refunds/owe-refund.js';

interface SentLine {
  id: string;
  sent: number;
  priceVnd: number;
}

/**
 * The buyer took a part of a parcel at the door. What was not taken is not sold: household and buyer are even about it at once, the goods are on
 * their way back as the post's own parcel, and go on sale again when the household has looked at them.
 */
@Injectable()
export class TakeBackRest {
  constructor(
    private readonly payments: Payments,
    private readonly oweRefund: OweRefund,
    private readonly clock: Clock,
  ) {}

  /** Nothing happens where everything was taken. The caller holds the lock of the seller order's row. */
  async run(tx: Tx, sellerOrderId: string, { senderReference, taken, rest }: ParcelDeliveredV1): Promise<void> {
    if (!taken || !rest) return;
    const left = notTaken(await sentLines(tx, sellerOrderId, senderReference), taken);
    const goodsVnd = left.reduce((sum, line) => sum + line.priceVnd * line.quantity, 0);
    const now = this.clock.now();
    const back = { key: `part-taken:${senderReference}`, kind: 'adjustment', goodsVnd, postageVnd: 0 } as const;
    await this.payments.takenBack(tx, sellerOrderId, back, now);
    await sql(
      tx,
      `insert into orders.return_case (id, seller_order_id, refused_parcel_id, state, reason, note, parcel_number, opened_at, changed_at)
       values ($1, $2, $1, 'posted', null, '', $3, $4, $4)`,
      [rest.senderReference, sellerOrderId, rest.number, now],
    );
    await sql(
      tx,
      'insert into orders.return_line (return_id, line_id, quantity) select $1, given.* from unnest($2::uuid[], $3::int[]) as given',
      [rest.senderReference, left.map(({ id }) => id), left.map(({ quantity }) => quantity)],
    );
    await this.oweRefund.run(tx, 'system', sellerOrderId, 'return', rest.senderReference);
  }
}

/** Lines of a seller order, and how many units of each the parcel with this reference carries. */
function sentLines(tx: Tx, sellerOrderId: string, reference: string): Promise<SentLine[]> {
  return sql<SentLine>(
    tx,
    `select line.id, coalesce(${unitsIn('line', '$2::uuid')}, 0) as sent, line.price_vnd as "priceVnd"
       from orders.order_line line where line.seller_order_id = $1 order by line.position`,
    [sellerOrderId, reference],
  );
}

function notTaken(lines: SentLine[], taken: readonly { quantity: number }[]): (SentLine & { quantity: number })[] {
  // The post may not have heard that the household had less.
  const announced = taken.length === lines.length ? lines : lines.filter(({ sent }) => sent > 0);
  return announced
    .map((line, index) => ({ ...line, quantity: line.sent - (taken[index]?.quantity ?? line.sent) }))
    .filter(({ quantity }) => quantity > 0);
}
