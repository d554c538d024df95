import { Injectable } from '@nestjs/common';
import { Households } from '@choxa/households';
import { Clock, Database, Notify, platformProblem, sql, Trail, type Actor } from '@choxa/platform';
import { formatVnd } from '@choxa/standards';
import { buyersOrder } from '../order-pages/buyers-order.query.js';
import { refundProblem } from './refund.problems.js';
import { canRefundMove, type RefundState } from './refund.rules.js';

/** A buyer says whether a refund the household calls paid has arrived. */
@Injectable()
export class AnswerRefund {
  constructor(
    private readonly db: Database,
    private readonly households: Households,
    private readonly notify: Notify,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** @throws Problem `not-found`, `refund.state` */
  async run(actor: Actor | null, number: string, key: string | undefined, id: string, received: boolean): Promise<void> {
    await this.db.transaction(async (tx) => {
      const order = await buyersOrder(tx, actor, number, key);
      const [refund] = await sql<{ state: RefundState; amountVnd: number; householdId: string }>(
        tx,
        `select refund.state, refund.amount_vnd as "amountVnd", part.household_id as "householdId"
           from orders.refund refund join orders.seller_order part on part.id = refund.seller_order_id
          where refund.id = $1 and part.order_id = $2 for update of refund`,
        [id, order.id],
      );
      if (!refund) throw platformProblem('not-found');
      const to: RefundState = received ? 'received' : 'disputed';
      if (!canRefundMove(refund.state, to)) throw refundProblem('refund.state');
      await sql(tx, 'update orders.refund set state = $2, changed_at = $3 where id = $1', [id, to, this.clock.now()]);
      await this.trail.record(tx, actor ?? 'guest', { action: `refund.${to}`, subjectKind: 'refund', subjectId: id });
      const phone = (await this.households.byIds(tx, [refund.householdId])).get(refund.householdId)?.phone;
      if (received || !phone) return;
      const money = formatVnd(refund.amountVnd);
      await this.notify.send(tx, {
        to: phone,
        channel: 'sms',
        template: 'orders.refund-disputed',
        text: `Chợ Xã: người mua đơn ${number} báo chưa nhận được ${money} tiền hoàn. Xin kiểm tra lại. / The buyer says ${money} has not arrived.`,
      });
    });
  }
}
