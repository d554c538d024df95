import { Households } from '@choxa/households';
import { Clock, Database, Every, Notify, sql, Trail, type Message, type Tx } from '@choxa/platform';
import { formatVnd } from '@choxa/standards';
import { CancelSellerOrder } from '../cancellation/cancel-seller-order.js';
import { isPrepaid, type PaymentMethod } from '../payments/payment.rules.js';
import { placedBefore, stepsAt, type EscalationAction, type EscalationStep } from './escalation.rules.js';

const EVERY_SECONDS = 15;
/** Seller orders in one transaction; a cancellation takes locks on stock, so each has its own. */
const BATCH = 500;
const batchOf = ({ action }: EscalationStep): number => (action === 'cancellation' ? 1 : BATCH);

interface Unanswered {
  id: string;
  householdId: string;
  number: string;
  goodsVnd: number;
  paymentMethod: PaymentMethod;
}

/** Takes the steps that have fallen due for orders no household has answered, each once per seller order. */
@Every(EVERY_SECONDS)
export class EscalateUnanswered {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly households: Households,
    private readonly notify: Notify,
    private readonly cancelSellerOrder: CancelSellerOrder,
    private readonly trail: Trail,
  ) {}

  /** The number of steps taken. */
  async run(): Promise<number> {
    const now = this.clock.now();
    const steps = await sql<EscalationStep>(this.db.read, STEPS);
    let taken = 0;
    for (const step of stepsAt(steps, now))
      for (let more = batchOf(step); more === batchOf(step); taken += more)
        more = await this.db.transaction((tx) => this.take(tx, step, now));
    return taken;
  }

  private async take(tx: Tx, step: EscalationStep, now: Date): Promise<number> {
    const { action } = step;
    const orders = await sql<Unanswered>(tx, DUE, [action, placedBefore(step, now), now, batchOf(step)]);
    if (!orders.length) return 0;
    if (action === 'task') await this.openTasks(tx, orders, now);
    else if (action === 'cancellation') await this.cancel(tx, orders);
    else await this.tell(tx, action, orders);
    return orders.length;
  }

  private async tell(tx: Tx, action: 'alert' | 'reminder', orders: Unanswered[]): Promise<void> {
    const households = await this.households.byIds(
      tx,
      orders.map((order) => order.householdId),
    );
    const messages = orders.flatMap((order): Message[] => {
      const phone = households.get(order.householdId)?.phone;
      return phone ? [{ to: phone, channel: 'sms', template: TEMPLATES[action], text: TEXTS[action](order) }] : [];
    });
    await this.notify.sendAll(tx, messages);
  }

  private async openTasks(tx: Tx, orders: Unanswered[], now: Date): Promise<void> {
    await sql(tx, 'insert into orders.call_task (seller_order_id, opened_at) select unnest($1::uuid[]), $2', [
      orders.map((order) => order.id),
      now,
    ]);
    for (const { id, number } of orders)
      await this.trail.record(tx, 'system', {
        action: 'call-task.opened',
        subjectKind: 'seller-order',
        subjectId: id,
        details: { number },
      });
  }

  private async cancel(tx: Tx, orders: Unanswered[]): Promise<void> {
    for (const { id } of orders)
      await this.cancelSellerOrder.run(tx, 'system', { sellerOrderId: id, by: 'system', reason: 'not_confirmed' });
  }
}

const TEMPLATES = { alert: 'orders.new-seller-order', reminder: 'orders.reminder' } as const satisfies Partial<
  Record<EscalationAction, string>
>;

const TEXTS = {
  alert: ({ number, goodsVnd, paymentMethod }: Unanswered) => {
    const told = `Chợ Xã: đơn mới ${number}, bạn nhận ${formatVnd(goodsVnd)}. Bấm "Có hàng" để xác nhận`;
    return isPrepaid(paymentMethod)
      ? `${told}; khách trả trước, tiền về rồi hãy gói. / New order: confirm now, pack once it is paid.`
      : `${told}. / New order, please confirm.`;
  },
  reminder: ({ number, goodsVnd }: Unanswered) =>
    `Chợ Xã: đơn ${number} (${formatVnd(goodsVnd)}) còn chờ bạn bấm "Có hàng" hoặc "Hết hàng". / Order ${number} still waits for your answer.`,
};

const STEPS = `
  select action, after_minutes as "afterMinutes", from_hour as "fromHour", to_hour as "toHour", valid_from::text as "validFrom",
         valid_to::text as "validTo" from orders.escalation_step`;

// One that is being answered just now is skipped, and looked at again at the next beat. The newest first: those lie before the many that had the
// step already, and all of a beat's are taken in it.
const DUE = `
  with due as (
    select part.id, part.household_id, part.order_id, part.goods_vnd from orders.seller_order part
     where part.state = 'placed' and part.placed_at <= $2
       and not exists (select 1 from orders.escalation taken where taken.seller_order_id = part.id and taken.action = $1)
     order by part.placed_at desc limit $4 for update skip locked),
  taken as (
    insert into orders.escalation (seller_order_id, action, at) select id, $1, $3 from due
    on conflict do nothing returning seller_order_id)
  select due.id, due.household_id as "householdId", whole.number, due.goods_vnd as "goodsVnd", whole.payment_method as "paymentMethod"
    from due join taken on taken.seller_order_id = due.id join orders."order" whole on whole.id = due.order_id order by due.id`;
