import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Households } from '@choxa/households';
import { Clock, Database, Notify, platformProblem, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { buyersOrder } from '../order-pages/buyers-order.query.js';
import type { SellerOrderState } from '../seller-orders/seller-order.rules.js';
import { Terms } from '../terms/terms.js';
import { returnProblem } from './return.problems.js';
import { RETURN_REASON_KINDS, returnTerm, type ReturnReason } from './return.rules.js';
import { returnableLines } from './returnable-lines.query.js';

export interface ReturnRequest {
  sellerOrderId: string;
  lines: { lineId: string; quantity: number }[];
  reason: ReturnReason;
  note: string;
  pictureIds: string[];
}

interface Part {
  state: SellerOrderState;
  deliveredAt: Date | null;
  householdId: string;
}

/** A buyer asks to give goods back. Holding the seller order's row, so that two requests cannot return the same pack. */
@Injectable()
export class RequestReturn {
  constructor(
    private readonly db: Database,
    private readonly terms: Terms,
    private readonly households: Households,
    private readonly notify: Notify,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /**
   * @throws Problem `not-found`, `return.not-delivered`, `return.line-unknown`, `return.too-many`, `return.too-late`, `return.picture-needed`
   */
  async run(actor: Actor | null, number: string, key: string | undefined, request: ReturnRequest): Promise<void> {
    await this.db.transaction(async (tx) => {
      const order = await buyersOrder(tx, actor, number, key);
      const [part] = await sql<Part>(
        tx,
        `select state, delivered_at as "deliveredAt", household_id as "householdId" from orders.seller_order
          where id = $1 and order_id = $2 for update`,
        [request.sellerOrderId, order.id],
      );
      if (!part) throw platformProblem('not-found');
      if (part.state !== 'delivered') throw returnProblem('return.not-delivered');
      await this.check(tx, request, part.deliveredAt!);
      const id = await this.write(tx, request);
      const details = { sellerOrderId: request.sellerOrderId, reason: request.reason };
      await this.trail.record(tx, actor ?? 'guest', { action: 'return.requested', subjectKind: 'return', subjectId: id, details });
      await this.tellHousehold(tx, part.householdId, number);
    });
  }

  private async check(tx: Tx, { sellerOrderId, lines, reason, pictureIds }: ReturnRequest, deliveredAt: Date): Promise<void> {
    const known = new Map((await returnableLines(tx, [sellerOrderId])).map((line) => [line.lineId, line]));
    const terms = await this.terms.on(tx, deliveredAt);
    const asked = new Map<string, number>();
    for (const { lineId, quantity } of lines) asked.set(lineId, (asked.get(lineId) ?? 0) + quantity);
    for (const [lineId, quantity] of asked) {
      const line = known.get(lineId);
      if (!line) throw returnProblem('return.line-unknown');
      if (quantity > line.left) throw returnProblem('return.too-many');
      const term = returnTerm(terms, reason, line.setCode);
      if (!term || (await this.terms.endOf(tx, term, deliveredAt)) <= this.clock.now()) throw returnProblem('return.too-late');
    }
    if (RETURN_REASON_KINDS[reason].pictures && !pictureIds.length) throw returnProblem('return.picture-needed');
  }

  private async write(tx: Tx, { sellerOrderId, lines, reason, note, pictureIds }: ReturnRequest): Promise<string> {
    const now = this.clock.now();
    const id = randomUUID();
    await sql(
      tx,
      `insert into orders.return_case (id, seller_order_id, state, reason, note, opened_at, answer_due_at, changed_at)
       values ($1, $2, 'requested', $3, $4, $5, $6, $5)`,
      [id, sellerOrderId, reason, note, now, await this.terms.end(tx, 'return:answer', now)],
    );
    await sql(
      tx,
      `insert into orders.return_line (return_id, line_id, quantity)
       select $1, line_id, sum(quantity) from unnest($2::uuid[], $3::int[]) as given (line_id, quantity) group by line_id`,
      [id, lines.map((line) => line.lineId), lines.map((line) => line.quantity)],
    );
    const attached = await sql(
      tx,
      `update orders.return_picture set return_id = $1 where id = any($2::uuid[]) and seller_order_id = $3 and return_id is null returning id`,
      [id, pictureIds, sellerOrderId],
    );
    if (attached.length !== pictureIds.length) throw platformProblem('not-found');
    return id;
  }

  private async tellHousehold(tx: Tx, householdId: string, number: string): Promise<void> {
    const phone = (await this.households.byIds(tx, [householdId])).get(householdId)?.phone;
    if (!phone) return;
    await this.notify.send(tx, {
      to: phone,
      channel: 'sms',
      template: 'orders.return-requested',
      text: `Chợ Xã: người mua đơn ${number} xin trả hàng. Mở "Đơn hàng" để trả lời. / The buyer of order ${number} asks to return goods.`,
    });
  }
}
