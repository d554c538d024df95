import { Injectable } from '@nestjs/common';
import { Database, platformProblem, sql, type Actor } from '@choxa/platform';
import { orderProblem } from '../orders.problems.js';
import { buyersOrder } from '../order-pages/buyers-order.query.js';
import type { SellerOrderState } from '../seller-orders/seller-order.rules.js';
import { CancelSellerOrder } from './cancel-seller-order.js';
import { mayCancel, type CancelReason } from './cancellation.rules.js';

export interface OrderCancellation {
  /** Only the part of one household; null: everything that can still be cancelled. */
  sellerOrderId: string | null;
  reason: CancelReason;
  note: string | null;
}

/** A buyer cancels what the post does not have yet. */
@Injectable()
export class CancelOrder {
  constructor(
    private readonly db: Database,
    private readonly cancelSellerOrder: CancelSellerOrder,
  ) {}

  /** @throws Problem `not-found` alike for a wrong number, a wrong key and another's order; `cancellation.too-late` when nothing is left to cancel */
  async run(actor: Actor | null, number: string, key: string | undefined, input: OrderCancellation): Promise<void> {
    await this.db.transaction(async (tx) => {
      const order = await buyersOrder(tx, actor, number, key);
      // In id order, so that two who cancel at once wait for each other instead of deadlocking.
      const parts = await sql<{ id: string; state: SellerOrderState }>(
        tx,
        'select id, state from orders.seller_order where order_id = $1 and ($2::uuid is null or id = $2) order by id for update',
        [order.id, input.sellerOrderId],
      );
      if (!parts.length) throw platformProblem('not-found');
      const left = parts.filter((part) => mayCancel(part.state, 'buyer'));
      if (!left.length) throw orderProblem('cancellation.too-late');
      for (const { id } of left)
        await this.cancelSellerOrder.run(tx, actor ?? 'guest', {
          sellerOrderId: id,
          by: 'buyer',
          reason: input.reason,
          note: input.note,
        });
    });
  }
}
