import { Injectable } from '@nestjs/common';
import { Clock, sql, type TrailActor, type Tx } from '@choxa/platform';
import { OrderLedger } from '../ledger/order-ledger.js';
import { MoveSellerOrder } from '../parcels/move-seller-order.js';
import { OweRefund } from '../refunds/owe-refund.js';
import { TellLinesReturned } from '../seller-orders/tell-lines-returned.js';
import { refundOfReturn, type ReturnReason } from './return.rules.js';
import type { LockedReturn } from './move-return.js';

interface Returned {
  lineId: string;
  quantity: number;
  priceVnd: number;
  /** Every pack of the line has gone back, this return included. */
  wholeLine: boolean;
}

/** A return is over: the price of its packs is owed back, and a line of which nothing is kept no longer counts as traded. */
@Injectable()
export class RefundReturn {
  constructor(
    private readonly ledger: OrderLedger,
    private readonly oweRefund: OweRefund,
    private readonly moves: MoveSellerOrder,
    private readonly linesReturned: TellLinesReturned,
    private readonly clock: Clock,
  ) {}

  /** The caller holds the locks of the return and its seller order, and has moved the return to `settled` or `received`. */
  async run(tx: Tx, actor: TrailActor, { id, sellerOrderId, reason }: LockedReturn): Promise<void> {
    const now = this.clock.now();
    const lines = await sql<Returned>(tx, RETURNED, [id]);
    const [part] = await sql<{ postageVnd: number; nothingKept: boolean }>(tx, PART, [sellerOrderId]);
    const due = refundOfReturn(lines, { reason: reason as ReturnReason, ...part! });
    await this.ledger.post(tx, {
      key: `refund-due:${id}`,
      sellerOrderId,
      kind: 'refund-due',
      at: now,
      entries: [
        { account: 'household' as const, amountVnd: due.goodsVnd },
        { account: 'postage' as const, amountVnd: due.postageVnd },
        { account: 'refund' as const, amountVnd: -(due.goodsVnd + due.postageVnd) },
      ].filter((entry) => entry.amountVnd !== 0),
    });
    await this.oweRefund.run(tx, actor, sellerOrderId, 'return', id);
    const lineIds = lines.filter((line) => line.wholeLine).map((line) => line.lineId);
    if (lineIds.length) await this.linesReturned.run(tx, sellerOrderId, lineIds, now);
    const order = part!.nothingKept ? await this.moves.lock(tx, sellerOrderId) : null;
    if (order) await this.moves.step(tx, actor, order, 'returned');
  }
}

const GONE_BACK = `
  select coalesce(sum(back.quantity), 0) from orders.return_line back join orders.return_case one on one.id = back.return_id
   where back.line_id = line.id and (one.state in ('settled', 'received') or one.reason is null)`;

const RETURNED = `
  select line.id as "lineId", back.quantity, line.price_vnd as "priceVnd",
         (${GONE_BACK}) >= coalesce(line.confirmed_quantity, line.quantity) as "wholeLine"
    from orders.return_line back join orders.order_line line on line.id = back.line_id where back.return_id = $1 order by line.position`;

const PART = `
  select part.postage_vnd - coalesce((select sum(postage_vnd) from orders.parcel where seller_order_id = part.id and outcome = 'returned'), 0)::bigint
           as "postageVnd",
         not exists (select from orders.order_line line
                      where line.seller_order_id = part.id and (${GONE_BACK}) < coalesce(line.confirmed_quantity, line.quantity)) as "nothingKept"
    from orders.seller_order part where part.id = $1`;
