import { Injectable } from '@nestjs/common';
import { Households } from '@choxa/households';
import { Notify, sql, type Tx } from '@choxa/platform';

interface Words {
  vi: string;
  en: string;
}

/** Tells the two sides of a complaint that something happened to it; what, they read on its page. */
@Injectable()
export class ComplaintNotices {
  constructor(
    private readonly households: Households,
    private readonly notify: Notify,
  ) {}

  async tellBuyer(tx: Tx, complaintId: string, words: Words): Promise<void> {
    const { number, orderNumber, phone } = await this.head(tx, complaintId);
    await this.send(tx, phone, `khiếu nại ${number}, đơn ${orderNumber}`, `complaint ${number}, order ${orderNumber}`, words);
  }

  async tellHousehold(tx: Tx, complaintId: string, words: Words): Promise<void> {
    const { number, orderNumber, householdId } = await this.head(tx, complaintId);
    const phone = (await this.households.byIds(tx, [householdId])).get(householdId)?.phone;
    if (phone) await this.send(tx, phone, `khiếu nại ${number}, đơn ${orderNumber}`, `complaint ${number}, order ${orderNumber}`, words);
  }

  private async head(tx: Tx, id: string): Promise<{ number: string; orderNumber: string; phone: string; householdId: string }> {
    const [row] = await sql<{ number: string; orderNumber: string; phone: string; householdId: string }>(
      tx,
      `select complaint.number, whole.number as "orderNumber", whole.phone, part.household_id as "householdId" from orders.complaint
         join orders.seller_order part on part.id = complaint.seller_order_id join orders."order" whole on whole.id = part.order_id
        where complaint.id = $1`,
      [id],
    );
    return row!;
  }

  private async send(tx: Tx, to: string, aboutVi: string, aboutEn: string, { vi, en }: Words): Promise<void> {
    await this.notify.send(tx, { to, channel: 'sms', template: 'orders.complaint', text: `Chợ Xã: ${aboutVi}. ${vi} / ${aboutEn}: ${en}` });
  }
}
