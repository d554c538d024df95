import { Injectable } from '@nestjs/common';
import { Households } from '@choxa/households';
import { Notify, sql, type Tx } from '@choxa/platform';
import { formatVnd } from '@choxa/standards';
import type { LockedPayment } from './payments.js';

/** Tells both sides that a payment has come: the household to pack, the buyer that nothing is left to do; or that it came too late. */
@Injectable()
export class TellPaid {
  constructor(
    private readonly households: Households,
    private readonly notify: Notify,
  ) {}

  async run(tx: Tx, { sellerOrderId, householdId, state, amountVnd }: LockedPayment): Promise<void> {
    const [buyer] = await sql<{ phone: string; number: string; householdName: string }>(
      tx,
      `select whole.phone, whole.number, part.household_name as "householdName"
         from orders.seller_order part join orders."order" whole on whole.id = part.order_id where part.id = $1`,
      [sellerOrderId],
    );
    const { phone, number, householdName } = buyer!;
    const told = state === 'paid' ? paidTexts(number, householdName, amountVnd) : lateTexts(number, householdName, amountVnd);
    const seller = (await this.households.byIds(tx, [householdId])).get(householdId);
    const template = state === 'paid' ? 'orders.paid' : 'orders.paid-late';
    if (seller?.phone) await this.notify.send(tx, { to: seller.phone, channel: 'sms', template, text: told.seller });
    // Empty once the buyer's data are deleted.
    if (phone) await this.notify.send(tx, { to: phone, channel: 'sms', template, text: told.buyer });
  }
}

function paidTexts(number: string, householdName: string, amountVnd: number) {
  const amount = formatVnd(amountVnd);
  return {
    seller: `Chợ Xã: đơn ${number} đã trả ${amount}. Mời bạn gói hàng và gửi. / Order ${number} is paid: please pack and post it.`,
    buyer: `Chợ Xã: ${householdName} đã nhận ${amount} của đơn ${number} và sẽ gói hàng. / Your payment has arrived; the seller will pack.`,
  };
}

function lateTexts(number: string, householdName: string, amountVnd: number) {
  const amount = formatVnd(amountVnd);
  return {
    seller: `Chợ Xã: ${amount} của đơn ${number} đến sau khi đơn đã hủy. Xin trả lại người mua. / Paid after the cancellation: please pay it back.`,
    buyer: `Chợ Xã: ${amount} của đơn ${number} đến sau khi đơn đã hủy; ${householdName} sẽ trả lại bạn. / Paid after the cancellation; you will get it back.`,
  };
}
