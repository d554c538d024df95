import { Injectable } from '@nestjs/common';
import { Clock, Database, sql, type Actor, type Tx } from '@choxa/platform';
import { CANCELLATION, mayCancel } from '../cancellation/cancellation.rules.js';
import { ComplaintWindow, type ComplainedAbout } from '../complaints/complaint-window.js';
import { complaintsOf } from '../complaints/complaints.query.js';
import { buyersOrder } from '../order-pages/buyers-order.query.js';
import { refundsOf } from '../refunds/refunds-of.query.js';
import { RETURN_REASON_KINDS, RETURN_REASONS, returnTerm } from '../returns/return.rules.js';
import { returnableLines, type ReturnableLine } from '../returns/returnable-lines.query.js';
import { returnsOf } from '../returns/returns-of.query.js';
import type { Term } from '../terms/term.rules.js';
import { Terms } from '../terms/terms.js';
import type { AfterSaleDto, AfterSalePartDto, ReturnableLineDto, ReturnableReasonDto } from './after-sale.dto.js';

interface Part extends ComplainedAbout {
  id: string;
}

/** For the buyer: what may be done now about each part of an order, with its last instant, and every return, refund and complaint. */
@Injectable()
export class AfterSale {
  constructor(
    private readonly db: Database,
    private readonly terms: Terms,
    private readonly window: ComplaintWindow,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `not-found` */
  async of(actor: Actor | null, number: string, key: string | undefined): Promise<AfterSaleDto> {
    const tx = this.db.read;
    const now = this.clock.now();
    const order = await buyersOrder(tx, actor, number, key);
    const parts = await sql<Part>(
      tx,
      `select id, state, placed_at as "placedAt", accepted_at as "acceptedAt", delivered_at as "deliveredAt"
         from orders.seller_order where order_id = $1 order by household_name, id`,
      [order.id],
    );
    const ids = parts.map((part) => part.id);
    const [returns, refunds, complaints, lines] = [
      Map.groupBy(await returnsOf(tx, ids, now), (one) => one.sellerOrderId),
      Map.groupBy(await refundsOf(tx, ids, now), (one) => one.sellerOrderId),
      Map.groupBy(await complaintsOf(tx, ids, now), (one) => one.sellerOrderId),
      Map.groupBy(await returnableLines(tx, ids), (line) => line.sellerOrderId),
    ];
    const answered: AfterSalePartDto[] = [];
    for (const part of parts)
      answered.push({
        sellerOrderId: part.id,
        mayCancel: mayCancel(part.state, 'buyer'),
        instead: CANCELLATION[part.state].insteadForBuyer,
        returnable: await this.returnable(tx, part, lines.get(part.id) ?? [], now),
        topics: (await this.window.open(tx, part, now)).map(({ topic, until }) => ({ topic, until: until.toISOString() })),
        returns: returns.get(part.id) ?? [],
        refunds: refunds.get(part.id) ?? [],
        complaints: complaints.get(part.id) ?? [],
      });
    return { parts: answered };
  }

  private async returnable(tx: Tx, part: Part, lines: ReturnableLine[], now: Date): Promise<ReturnableLineDto[]> {
    if (part.state !== 'delivered') return [];
    const terms = await this.terms.on(tx, part.deliveredAt!);
    const answered: ReturnableLineDto[] = [];
    for (const { lineId, productName, netContent, setCode, left } of lines) {
      const reasons = await this.reasons(tx, terms, setCode, part.deliveredAt!, now);
      if (left > 0 && reasons.length) answered.push({ lineId, productName, netContent, most: left, reasons });
    }
    return answered;
  }

  private async reasons(tx: Tx, terms: Term[], setCode: string, deliveredAt: Date, now: Date): Promise<ReturnableReasonDto[]> {
    const reasons: ReturnableReasonDto[] = [];
    for (const reason of RETURN_REASONS) {
      const term = returnTerm(terms, reason, setCode);
      const until = term && (await this.terms.endOf(tx, term, deliveredAt));
      if (until && until > now) reasons.push({ reason, until: until.toISOString(), pictures: RETURN_REASON_KINDS[reason].pictures });
    }
    return reasons;
  }
}
