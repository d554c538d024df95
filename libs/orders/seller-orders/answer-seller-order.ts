import { Injectable } from '@nestjs/common';
import { Clock, Database, Notify, platformProblem, sql, type Actor, type Tx } from '@choxa/platform';
import { orderProblem } from '../orders.problems.js';
import { MoveSellerOrder, type LockedSellerOrder } from '../parcels/move-seller-order.js';
import type { SellerOrderState } from './seller-order.rules.js';

/** A household packs what it confirmed, or has nothing of it. */
@Injectable()
export class AnswerSellerOrder {
  constructor(
    private readonly db: Database,
    private readonly moves: MoveSellerOrder,
    private readonly notify: Notify,
    private readonly clock: Clock,
  ) {}

  /** Packed; the same tap again changes nothing. */
  async pack(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const order = await this.own(tx, actor, id);
      if (order.state === 'packed') return;
      if (order.state === 'placed') await this.step(tx, actor, order, 'confirmed');
      await this.step(tx, actor, order, 'packed');
    });
  }

  /** The goods go back on sale, the payment is void, the buyer is told why. */
  async cancel(actor: Actor, id: string, reason: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const order = await this.own(tx, actor, id);
      await this.step(tx, actor, order, 'cancelled');
      await this.moves.undoSale(tx, id, 'cancellation');
      const [buyer] = await sql<{ phone: string; number: string; householdName: string }>(
        tx,
        `update orders.seller_order part set cancel_reason = $2, changed_at = $3 from orders."order" whole
          where part.id = $1 and whole.id = part.order_id returning whole.phone, whole.number, part.household_name as "householdName"`,
        [id, reason, this.clock.now()],
      );
      await this.notify.send(tx, {
        to: buyer!.phone,
        channel: 'sms',
        template: 'orders.cancelled',
        text: `Chợ Xã: ${buyer!.householdName} hủy phần hàng trong đơn ${buyer!.number}: ${reason}. Bạn không phải trả tiền. / Cancelled by the seller; nothing to pay.`,
      });
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
