import { Injectable } from '@nestjs/common';
import { Clock, sql, Trail, type TrailActor, type Tx } from '@choxa/platform';
import { OrderLedger } from '../ledger/order-ledger.js';
import { canMove, canReach, type SellerOrderState } from '../seller-orders/seller-order.rules.js';
import { sellerOrderOf } from './divided-parcels.js';
import { Stock, type PackQuantity } from '../stock/stock.js';

export interface LockedSellerOrder {
  id: string;
  state: SellerOrderState;
  householdId: string;
  acceptedAt: Date | null;
}

/** The one place where a seller order's state changes. The caller holds its row's lock. */
@Injectable()
export class MoveSellerOrder {
  constructor(
    private readonly stock: Stock,
    private readonly clock: Clock,
    private readonly trail: Trail,
    private readonly ledger: OrderLedger,
  ) {}

  /** Locks the row; null when there is none. */
  async lock(tx: Tx, id: string): Promise<LockedSellerOrder | null> {
    const [row] = await sql<LockedSellerOrder>(
      tx,
      `select id, state, household_id as "householdId", accepted_at as "acceptedAt" from orders.seller_order where id = $1 for update`,
      [id],
    );
    return row ?? null;
  }

  /** Locks the seller order the post carries under a reference; null when there is none. */
  async lockByReference(tx: Tx, reference: string): Promise<LockedSellerOrder | null> {
    const [found] = await sql<{ id: string }>(tx, `select ${sellerOrderOf('$1::uuid')} as id`, [reference]);
    return this.lock(tx, found!.id);
  }

  /** One step of the table. False when the table does not allow it. */
  async step(tx: Tx, actor: TrailActor, order: LockedSellerOrder, to: SellerOrderState): Promise<boolean> {
    return canMove(order.state, to) && this.write(tx, actor, order, to);
  }

  /** As far as the post's word carries it, over steps the household never tapped. False when it cannot get there. */
  async reach(tx: Tx, order: LockedSellerOrder, to: SellerOrderState): Promise<boolean> {
    return canReach(order.state, to) && this.write(tx, 'system', order, to);
  }

  /** Puts the goods of a cancelled seller order back on sale; nothing is to be paid for it any more. */
  async undoSale(tx: Tx, id: string): Promise<void> {
    await this.stock.giveBack(tx, await this.goodsOf(tx, id), this.clock.now());
    await this.undoPayment(tx, id, 'cancellation');
  }

  /** The payment of a cancelled or returned seller order is void or, where it was paid, owed back. */
  async undoPayment(tx: Tx, id: string, kind: 'cancellation' | 'return'): Promise<void> {
    const now = this.clock.now();
    await sql(
      tx,
      `update orders.payment_intent set state = case state when 'due' then 'void' else 'refund_due' end, changed_at = $2
        where seller_order_id = $1 and state in ('due', 'collected', 'remitted', 'paid')`,
      [id, now],
    );
    await this.ledger.takeBack(tx, id, kind, now);
  }

  /**
   * A cancelled seller order whose parcel the post already carries goes on as posted: its goods are in that parcel, so they leave the stock
   * again as far as it still has them, and the books stand as before.
   */
  async reinstate(tx: Tx, order: LockedSellerOrder): Promise<void> {
    const now = this.clock.now();
    await this.stock.takeAtMost(tx, await this.goodsOf(tx, order.id), now);
    await sql(
      tx,
      `update orders.payment_intent set state = case state when 'void' then 'due' else 'paid' end, changed_at = $2
        where seller_order_id = $1 and state in ('void', 'refund_due')`,
      [order.id, now],
    );
    await this.ledger.reverse(tx, order.id, 'cancellation', now);
    await this.write(tx, 'system', order, 'posted');
    await sql(tx, 'update orders.seller_order set cancelled_by = null, cancel_reason = null, cancel_note = null where id = $1', [order.id]);
  }

  /** What of a seller order the household has or had to send. */
  private async goodsOf(tx: Tx, id: string): Promise<PackQuantity[]> {
    return sql(
      tx,
      'select pack_id as "packId", coalesce(confirmed_quantity, quantity) as quantity from orders.order_line where seller_order_id = $1',
      [id],
    );
  }

  private async write(tx: Tx, actor: TrailActor, order: LockedSellerOrder, to: SellerOrderState): Promise<true> {
    await sql(tx, 'update orders.seller_order set state = $2, changed_at = $3 where id = $1', [order.id, to, this.clock.now()]);
    const details = { householdId: order.householdId, from: order.state, to };
    await this.trail.record(tx, actor, { action: 'seller-order.moved', subjectKind: 'seller-order', subjectId: order.id, details });
    order.state = to;
    return true;
  }
}
