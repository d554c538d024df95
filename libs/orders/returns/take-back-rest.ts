import { Injectable } from '@nestjs/common';
import type { RestV1 } from '@choxa/postal-contract';
import { Clock, sql, type Tx } from '@choxa/platform';
import { reductionEntries } from '../ledger/ledger.rules.js';
import { OrderLedger } from '../ledger/order-ledger.js';
import type { PaymentState } from '../payments/payment.rules.js';
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
    private readonly ledger: OrderLedger,
    private readonly oweRefund: OweRefund,
    private readonly clock: Clock,
  ) {}

  /** `taken`: units of each announced line, in their sequence. The caller holds the lock of the seller order's row. */
  async run(tx: Tx, sellerOrderId: string, taken: readonly { quantity: number }[], rest: RestV1): Promise<void> {
    const left = notTaken(await sentLines(tx, sellerOrderId), taken);
    const goodsVnd = left.reduce((sum, line) => sum + line.priceVnd * line.quantity, 0);
    const now = this.clock.now();
    const [payment] = await sql<{ state: PaymentState }>(tx, 'select state from orders.payment_intent where seller_order_id = $1', [
      sellerOrderId,
    ]);
    const paid = payment!.state !== 'due';
    const entries = reductionEntries({ goodsVnd, postageVnd: 0, paid });
    await this.ledger.post(tx, { key: `part-taken:${sellerOrderId}`, sellerOrderId, kind: 'adjustment', at: now, entries });
    if (!paid)
      await sql(tx, 'update orders.payment_intent set amount_vnd = amount_vnd - $2, changed_at = $3 where seller_order_id = $1', [
        sellerOrderId,
        goodsVnd,
        now,
      ]);
    await sql(
      tx,
      `insert into orders.return_case (id, seller_order_id, state, reason, note, parcel_number, opened_at, changed_at)
       values ($1, $2, 'posted', null, '', $3, $4, $4)`,
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

function sentLines(tx: Tx, sellerOrderId: string): Promise<SentLine[]> {
  return sql<SentLine>(
    tx,
    `select id, coalesce(confirmed_quantity, quantity) as sent, price_vnd as "priceVnd" from orders.order_line
      where seller_order_id = $1 order by position`,
    [sellerOrderId],
  );
}

function notTaken(lines: SentLine[], taken: readonly { quantity: number }[]): (SentLine & { quantity: number })[] {
  // The post may not have heard that the household had less.
  const announced = taken.length === lines.length ? lines : lines.filter(({ sent }) => sent > 0);
  return announced
    .map((line, index) => ({ ...line, quantity: line.sent - (taken[index]?.quantity ?? line.sent) }))
    .filter(({ quantity }) => quantity > 0);
}
