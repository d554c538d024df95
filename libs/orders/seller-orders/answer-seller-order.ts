import { Injectable } from '@nestjs/common';
import { Clock, Database, platformProblem, sql, type Actor, type Tx } from '@choxa/platform';
import { CancelSellerOrder } from '../cancellation/cancel-seller-order.js';
import type { CancelReason } from '../cancellation/cancellation.rules.js';
import { orderProblem } from '../orders.problems.js';
import { MoveSellerOrder, type LockedSellerOrder } from '../parcels/move-seller-order.js';
import { Stock } from '../stock/stock.js';
import { Payments } from '../payments/payments.js';
import type { SellerOrderState } from './seller-order.rules.js';

/** A household packs what it confirmed, or cancels it. */
@Injectable()
export class AnswerSellerOrder {
  constructor(
    private readonly db: Database,
    private readonly moves: MoveSellerOrder,
    private readonly cancelSellerOrder: CancelSellerOrder,
    private readonly stock: Stock,
    private readonly clock: Clock,
    private readonly payments: Payments,
  ) {}

  /** Packed; the same tap again changes nothing. Throws `payment.awaited` before the money of an order that is paid in advance has come. */
  async pack(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const order = await this.own(tx, actor, id);
      if (order.state === 'packed') return;
      if (await this.payments.isAwaited(tx, id)) throw orderProblem('payment.awaited');
      if (order.state === 'placed') await this.step(tx, actor, order, 'confirmed');
      await this.step(tx, actor, order, 'packed');
    });
  }

  /** Cancelled, with the stock at 0 where the reason is that there is none; the same tap again changes nothing. */
  async cancel(actor: Actor, id: string, reason: CancelReason, note: string | null): Promise<void> {
    await this.db.transaction(async (tx) => {
      if ((await this.own(tx, actor, id)).state === 'cancelled') return;
      await this.cancelSellerOrder.run(tx, actor, { sellerOrderId: id, by: actor.onBehalfOf ? 'clerk' : 'household', reason, note });
      if (reason === 'out_of_stock') await this.stock.empty(tx, await packsOf(tx, id), this.clock.now());
    });
  }

  private async own(tx: Tx, actor: Actor, id: string): Promise<LockedSellerOrder> {
    const order = await this.moves.lock(tx, id);
    if (!order || !actor.scope('household', 'household').includes(order.householdId)) throw platformProblem('not-found');
    return order;
  }

  private async step(tx: Tx, actor: Actor, order: LockedSellerOrder, to: SellerOrderState): Promise<void> {
    if (!(await this.moves.step(tx, actor, order, to))) throw orderProblem('seller-order.state');
  }
}

async function packsOf(tx: Tx, id: string): Promise<{ packId: string }[]> {
  return sql(tx, 'select pack_id as "packId" from orders.order_line where seller_order_id = $1', [id]);
}
