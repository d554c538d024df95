import { Injectable } from '@nestjs/common';
import { Clock, Database, platformProblem, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { OrderLedger } from '../ledger/order-ledger.js';
import { refundProblem } from './refund.problems.js';
import { ACCOUNT_OF_WAY, canRefundMove, type RefundState, type RefundWay } from './refund.rules.js';

export interface RefundPayment {
  way: RefundWay;
  reference: string;
}

interface Locked {
  sellerOrderId: string;
  state: RefundState;
  amountVnd: number;
}

/** A household records that it paid a refund. It never touches the amount: that follows from what was paid and taken back. */
@Injectable()
export class PayRefund {
  constructor(
    private readonly db: Database,
    private readonly ledger: OrderLedger,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** @throws Problem `not-found`, `refund.state`, `refund.no-cash-at-post` */
  async run(actor: Actor, id: string, { way, reference }: RefundPayment): Promise<void> {
    await this.db.transaction(async (tx) => {
      const refund = await this.lock(tx, actor, id);
      if (!canRefundMove(refund.state, 'paid')) throw refundProblem('refund.state');
      const { sellerOrderId, amountVnd } = refund;
      const now = this.clock.now();
      // A refund paid again after a dispute is in the books already.
      if (refund.state === 'due') await this.book(tx, id, refund, way, now);
      await sql(tx, `update orders.refund set state = 'paid', way = $2, reference = $3, paid_at = $4, changed_at = $4 where id = $1`, [
        id,
        way,
        reference,
        now,
      ]);
      await sql(
        tx,
        `update orders.payment_intent set state = 'refunded', changed_at = $2 where seller_order_id = $1 and state = 'refund_due'
            and not exists (select from orders.refund where seller_order_id = $1 and state = 'due')`,
        [sellerOrderId, now],
      );
      const details = { sellerOrderId, amountVnd, way };
      await this.trail.record(tx, actor, { action: 'refund.paid', subjectKind: 'refund', subjectId: id, details });
    });
  }

  private async lock(tx: Tx, actor: Actor, id: string): Promise<Locked> {
    const [refund] = await sql<Locked>(
      tx,
      `select refund.seller_order_id as "sellerOrderId", refund.state, refund.amount_vnd as "amountVnd"
         from orders.refund refund join orders.seller_order part on part.id = refund.seller_order_id
        where refund.id = $1 and part.household_id = any($2::uuid[]) for update`,
      [id, actor.scope('household', 'household')],
    );
    if (!refund) throw platformProblem('not-found');
    return refund;
  }

  private async book(tx: Tx, id: string, { sellerOrderId, amountVnd }: Locked, way: RefundWay, at: Date): Promise<void> {
    const from = ACCOUNT_OF_WAY[way];
    const balances = await this.ledger.balances(tx, sellerOrderId);
    if (way === 'post' && (balances.cod_at_post ?? 0) < amountVnd) throw refundProblem('refund.no-cash-at-post');
    const entries = [
      { account: 'refund' as const, amountVnd },
      { account: from, amountVnd: -amountVnd },
    ];
    await this.ledger.post(tx, { key: `refund-paid:${id}`, sellerOrderId, kind: 'refund-paid', at, entries });
  }
}
