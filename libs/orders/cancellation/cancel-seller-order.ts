import { Injectable } from '@nestjs/common';
import { Households } from '@choxa/households';
import { Clock, Events, Notify, platformProblem, sql, type TrailActor, type Tx } from '@choxa/platform';
import { PostingWithdrawn } from '@choxa/postal-contract';
import { orderProblem } from '../orders.problems.js';
import { referencesOf } from '../parcels/divided-parcels.js';
import { MoveSellerOrder } from '../parcels/move-seller-order.js';
import type { PaymentMethod, PaymentState } from '../payments/payment.rules.js';
import { OweRefund } from '../refunds/owe-refund.js';
import { goodsWords, moneyWords, type Words } from './cancellation-words.rules.js';
import { mayCancel, wordsOf, type Canceller, type CancelReason } from './cancellation.rules.js';

export interface Cancellation {
  sellerOrderId: string;
  by: Canceller;
  reason: CancelReason;
  /** The canceller's own words. */
  note?: string | null;
}

interface Told {
  phone: string;
  number: string;
  householdName: string;
  paymentMethod: PaymentMethod;
  /** Before the cancellation. */
  paymentState: PaymentState;
}

/** Cancels one seller order: its goods go back on sale, its payment is void, the post is told not to carry it, both sides hear why. */
@Injectable()
export class CancelSellerOrder {
  constructor(
    private readonly moves: MoveSellerOrder,
    private readonly oweRefund: OweRefund,
    private readonly households: Households,
    private readonly events: Events,
    private readonly notify: Notify,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs in the caller's transaction; whoever calls has made sure that the seller order is the actor's.
   * @throws Problem `not-found`, `cancellation.too-late` where {@link mayCancel} says no (any more)
   */
  async run(tx: Tx, actor: TrailActor, { sellerOrderId, by, reason, note = null }: Cancellation): Promise<void> {
    const order = await this.moves.lock(tx, sellerOrderId);
    if (!order) throw platformProblem('not-found');
    if (!mayCancel(order.state, by)) throw orderProblem('cancellation.too-late');
    const [told] = await sql<Told>(
      tx,
      `update orders.seller_order part set cancelled_by = $2, cancel_reason = $3, cancel_note = $4
         from orders."order" whole, orders.payment_intent payment
        where part.id = $1 and whole.id = part.order_id and payment.seller_order_id = part.id
        returning whole.phone, whole.number, part.household_name as "householdName",
                  payment.method as "paymentMethod", payment.state as "paymentState"`,
      [sellerOrderId, by, reason, note],
    );
    await this.moves.step(tx, actor, order, 'cancelled');
    await this.moves.undoSale(tx, sellerOrderId);
    const owedVnd = await this.oweRefund.run(tx, actor, sellerOrderId, 'cancellation');
    const words = wordsOf(reason, note);
    const withdrawnAt = this.clock.now().toISOString();
    const references = await referencesOf(tx, sellerOrderId);
    await this.events.publishAll(
      tx,
      PostingWithdrawn,
      references.map((senderReference) => ({ senderReference, reason: words.vi, withdrawnAt })),
    );
    await this.tellBuyer(tx, told!, words, owedVnd);
    await this.tellHousehold(tx, order.householdId, told!, words, goodsWords(reason));
  }

  private async tellBuyer(tx: Tx, told: Told, { vi, en }: Words, owedVnd: number): Promise<void> {
    const { phone, number, householdName } = told;
    const money = moneyWords(told.paymentMethod, told.paymentState, owedVnd);
    await this.notify.send(tx, {
      to: phone,
      channel: 'sms',
      template: 'orders.cancelled',
      text:
        `Chợ Xã: phần hàng của ${householdName} trong đơn ${number} đã hủy: ${vi}. ${money.vi} / ` +
        `The part of ${householdName} in order ${number} was cancelled: ${en}. ${money.en}`,
    });
  }

  private async tellHousehold(tx: Tx, householdId: string, { number }: Told, { vi, en }: Words, goods: Words): Promise<void> {
    const phone = (await this.households.byIds(tx, [householdId])).get(householdId)?.phone;
    if (!phone) return;
    await this.notify.send(tx, {
      to: phone,
      channel: 'sms',
      template: 'orders.cancelled-household',
      text:
        `Chợ Xã: đơn ${number} đã hủy: ${vi}. Đừng gửi hàng nữa. ${goods.vi} / ` +
        `Order ${number} was cancelled: ${en}. Do not send it. ${goods.en}`,
    });
  }
}
