import { Injectable } from '@nestjs/common';
import { Households } from '@choxa/households';
import { Clock, Events, Notify, platformProblem, sql, type TrailActor, type Tx } from '@choxa/platform';
import { PostingWithdrawn } from '@choxa/postal-contract';
import { formatVnd } from '@choxa/standards';
import { orderProblem } from '../orders.problems.js';
import { MoveSellerOrder } from '../parcels/move-seller-order.js';
import { OweRefund } from '../refunds/owe-refund.js';
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
}

interface Words {
  vi: string;
  en: string;
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
      `update orders.seller_order part set cancelled_by = $2, cancel_reason = $3, cancel_note = $4 from orders."order" whole
        where part.id = $1 and whole.id = part.order_id returning whole.phone, whole.number, part.household_name as "householdName"`,
      [sellerOrderId, by, reason, note],
    );
    await this.moves.step(tx, actor, order, 'cancelled');
    await this.moves.undoSale(tx, sellerOrderId);
    const owedVnd = await this.oweRefund.run(tx, actor, sellerOrderId, 'cancellation');
    const words = wordsOf(reason, note);
    await this.events.publish(tx, PostingWithdrawn, {
      senderReference: sellerOrderId,
      reason: words.vi,
      withdrawnAt: this.clock.now().toISOString(),
    });
    await this.tellBuyer(tx, told!, words, owedVnd);
    await this.tellHousehold(tx, order.householdId, told!, words);
  }

  private async tellBuyer(tx: Tx, { phone, number, householdName }: Told, { vi, en }: Words, owedVnd: number): Promise<void> {
    const money = owedVnd
      ? { vi: `Bạn được hoàn ${formatVnd(owedVnd)}.`, en: `You get ${formatVnd(owedVnd)} back.` }
      : { vi: 'Bạn không phải trả tiền phần này.', en: 'Nothing to pay for it.' };
    await this.notify.send(tx, {
      to: phone,
      channel: 'sms',
      template: 'orders.cancelled',
      text:
        `Chợ Xã: phần hàng của ${householdName} trong đơn ${number} đã hủy: ${vi}. ${money.vi} / ` +
        `The part of ${householdName} in order ${number} was cancelled: ${en}. ${money.en}`,
    });
  }

  private async tellHousehold(tx: Tx, householdId: string, { number }: Told, { vi, en }: Words): Promise<void> {
    const phone = (await this.households.byIds(tx, [householdId])).get(householdId)?.phone;
    if (!phone) return;
    await this.notify.send(tx, {
      to: phone,
      channel: 'sms',
      template: 'orders.cancelled-household',
      text: `Chợ Xã: đơn ${number} đã hủy: ${vi}. Đừng gửi hàng nữa; hàng đã trở lại kho. / Order ${number} was cancelled: ${en}. Do not send it.`,
    });
  }
}
