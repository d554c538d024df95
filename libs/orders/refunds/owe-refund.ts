import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Notify, sql, Trail, type TrailActor, type Tx } from '@choxa/platform';
import { formatVnd } from '@choxa/standards';
import { OrderLedger } from '../ledger/order-ledger.js';
import { Terms } from '../terms/terms.js';
import type { RefundCause } from './refund.rules.js';

/** Records what the books of a seller order owe to its buyer and no refund is recorded for yet. */
@Injectable()
export class OweRefund {
  constructor(
    private readonly ledger: OrderLedger,
    private readonly terms: Terms,
    private readonly notify: Notify,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** The caller holds the lock of the seller order's row. Answers the đồng newly owed; 0 when nothing is. */
  async run(tx: Tx, actor: TrailActor, sellerOrderId: string, cause: RefundCause, returnId: string | null = null): Promise<number> {
    const owedVnd = -((await this.ledger.balances(tx, sellerOrderId)).refund ?? 0);
    const [recorded] = await sql<{ vnd: number }>(
      tx,
      `select coalesce(sum(amount_vnd), 0)::bigint as vnd from orders.refund where seller_order_id = $1 and state = 'due'`,
      [sellerOrderId],
    );
    const amountVnd = owedVnd - recorded!.vnd;
    if (amountVnd <= 0) return 0;
    const now = this.clock.now();
    const id = randomUUID();
    await sql(
      tx,
      `insert into orders.refund (id, seller_order_id, return_id, cause, amount_vnd, state, due_at, owed_at, changed_at)
       values ($1, $2, $3, $4, $5, 'due', $6, $7, $7)`,
      [id, sellerOrderId, returnId, cause, amountVnd, await this.terms.end(tx, 'refund:payment', now), now],
    );
    const details = { sellerOrderId, amountVnd, cause };
    await this.trail.record(tx, actor, { action: 'refund.owed', subjectKind: 'refund', subjectId: id, details });
    await this.tellBuyer(tx, sellerOrderId, amountVnd);
    return amountVnd;
  }

  private async tellBuyer(tx: Tx, sellerOrderId: string, amountVnd: number): Promise<void> {
    const [buyer] = await sql<{ phone: string; number: string; householdName: string }>(
      tx,
      `select whole.phone, whole.number, part.household_name as "householdName"
         from orders.seller_order part join orders."order" whole on whole.id = part.order_id where part.id = $1`,
      [sellerOrderId],
    );
    const { phone, number, householdName } = buyer!;
    await this.notify.send(tx, {
      to: phone,
      channel: 'sms',
      template: 'orders.refund-owed',
      text:
        `Chợ Xã: ${householdName} sẽ hoàn ${formatVnd(amountVnd)} của đơn ${number}. Xem hạn trả trong trang đơn hàng. / ` +
        `You get ${formatVnd(amountVnd)} of order ${number} back; see the order's page for when.`,
    });
  }
}
