import { Injectable } from '@nestjs/common';
import { Listings } from '@choxa/catalogue';
import { Events, sql, type Tx } from '@choxa/platform';
import { OweRefund } from '../refunds/owe-refund.js';
import { deliveredFacts } from '../seller-orders/delivered-facts.query.js';
import { SellerOrderDelivered } from '../seller-orders/seller-orders.events.js';
import { TellLinesReturned } from '../seller-orders/tell-lines-returned.js';
import { MoveSellerOrder, type LockedSellerOrder } from './move-seller-order.js';

/** A seller order has come to its end with the post: the buyer has it, or the household has it back. The caller holds its lock. */
@Injectable()
export class FinishSellerOrder {
  constructor(
    private readonly moves: MoveSellerOrder,
    private readonly oweRefund: OweRefund,
    private readonly listings: Listings,
    private readonly linesReturned: TellLinesReturned,
    private readonly events: Events,
  ) {}

  /** `settle` books the money that came with it. Nothing happens twice. */
  async delivered(tx: Tx, order: LockedSellerOrder, at: Date, settle: (sellerOrderId: string) => Promise<void>): Promise<void> {
    if (!(await this.moves.reach(tx, order, 'delivered'))) return;
    await sql(tx, 'update orders.seller_order set delivered_at = $2 where id = $1', [order.id, at]);
    await settle(order.id);
    const facts = await deliveredFacts(tx, order.id);
    await this.listings.addSold(tx, facts.lines);
    await this.events.publish(tx, SellerOrderDelivered, facts);
  }

  /** False when it had ended before. Its goods go on sale again when the household has looked at them. */
  async returned(tx: Tx, order: LockedSellerOrder, at: Date): Promise<boolean> {
    if (!(await this.moves.reach(tx, order, 'returned'))) return false;
    await this.moves.undoPayment(tx, order.id, 'return');
    await this.oweRefund.run(tx, 'system', order.id, 'return');
    const lines = await sql<{ id: string }>(tx, 'select id from orders.order_line where seller_order_id = $1', [order.id]);
    await this.linesReturned.run(
      tx,
      order.id,
      lines.map((line) => line.id),
      at,
    );
    return true;
  }
}
