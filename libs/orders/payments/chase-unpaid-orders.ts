import { Clock, Database, Every, Notify, sql, type Tx } from '@choxa/platform';
import { formatVnd } from '@choxa/standards';
import { CancelSellerOrder } from '../cancellation/cancel-seller-order.js';
import { Payments } from './payments.js';
import { unpaidRuleAt } from './unpaid-rule.sql.js';

const FIVE_MINUTES_SECONDS = 300;
const AT_ONCE = 100;

/** Reminds buyers who have not paid in advance, and cancels what stays unpaid beyond the rule of the day on which it was ordered. */
@Every(FIVE_MINUTES_SECONDS)
export class ChaseUnpaidOrders {
  constructor(
    private readonly db: Database,
    private readonly payments: Payments,
    private readonly cancelSellerOrder: CancelSellerOrder,
    private readonly notify: Notify,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<{ reminded: number; cancelled: number }> {
    let cancelled = 0;
    for (const id of await this.overdue('rule.cancel_after_hours')) if (await this.cancel(id)) cancelled += 1;
    const due = await this.overdue('rule.remind_after_hours', 'and payment.reminded_at is null');
    for (const id of due) await this.db.transaction((tx) => this.remind(tx, id));
    return { reminded: due.length, cancelled };
  }

  private async overdue(hours: string, more = ''): Promise<string[]> {
    const rows = await sql<{ id: string }>(
      this.db.read,
      `select part.id from orders.payment_intent payment join orders.seller_order part on part.id = payment.seller_order_id
        cross join ${unpaidRuleAt('part.placed_at')}
        where payment.state = 'due' and payment.method <> 'cod' and part.state in ('placed', 'confirmed', 'packed')
          and part.placed_at + make_interval(hours => ${hours}) <= $1 ${more}
        order by part.id limit ${AT_ONCE}`,
      [this.clock.now()],
    );
    return rows.map(({ id }) => id);
  }

  /** Money may have come since it was looked up. */
  private async cancel(sellerOrderId: string): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const payment = await this.payments.lock(tx, sellerOrderId);
      if (payment?.state !== 'due') return false;
      await this.cancelSellerOrder.run(tx, 'system', { sellerOrderId, by: 'system', reason: 'not_paid' });
      return true;
    });
  }

  private async remind(tx: Tx, sellerOrderId: string): Promise<void> {
    const [told] = await sql<{ phone: string; number: string; amountVnd: number; reference: string; hoursLeft: number }>(
      tx,
      `update orders.payment_intent payment set reminded_at = $2
         from orders.seller_order part
         join orders."order" whole on whole.id = part.order_id
        cross join ${unpaidRuleAt('part.placed_at')}
        where payment.seller_order_id = $1 and part.id = $1 and payment.state = 'due' and payment.reminded_at is null
       returning whole.phone, whole.number, payment.amount_vnd as "amountVnd", payment.reference,
                 rule.cancel_after_hours - rule.remind_after_hours as "hoursLeft"`,
      [sellerOrderId, this.clock.now()],
    );
    if (!told?.phone) return;
    const { phone, number, amountVnd, reference, hoursLeft } = told;
    await this.notify.send(tx, {
      to: phone,
      channel: 'sms',
      template: 'orders.unpaid',
      text:
        `Chợ Xã: đơn ${number} còn chờ bạn chuyển ${formatVnd(amountVnd)}, nội dung ${reference}. Sau ${hoursLeft} giờ đơn sẽ tự hủy. / ` +
        `Order ${number} waits for your transfer; it is cancelled in ${hoursLeft} hours.`,
    });
  }
}
