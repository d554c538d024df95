import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Database, platformProblem, sql, Trail, type Actor } from '@choxa/platform';
import { newOrderNumber } from '../checkout/order-number.js';
import { buyersOrder } from '../order-pages/buyers-order.query.js';
import { Terms } from '../terms/terms.js';
import { complaintProblem } from './complaint.problems.js';
import { COMPLAINT_TOPIC_KINDS, type ComplaintTopic } from './complaint.rules.js';
import { ComplaintNotices } from './complaint-notices.js';
import { ComplaintWindow, type ComplainedAbout } from './complaint-window.js';

export interface NewComplaint {
  sellerOrderId: string;
  topic: ComplaintTopic;
  text: string;
}

/** A buyer complains about a seller order, its delivery or its parcel. */
@Injectable()
export class OpenComplaint {
  constructor(
    private readonly db: Database,
    private readonly window: ComplaintWindow,
    private readonly terms: Terms,
    private readonly notices: ComplaintNotices,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** Answers the complaint's number. @throws Problem `not-found`, `complaint.topic`, `complaint.open-already`, `complaint.at-the-post` */
  async run(actor: Actor | null, number: string, key: string | undefined, { sellerOrderId, topic, text }: NewComplaint): Promise<string> {
    return this.db.transaction(async (tx) => {
      const order = await buyersOrder(tx, actor, number, key);
      const [part] = await sql<ComplainedAbout & { disputedAt: Date | null }>(
        tx,
        `select state, placed_at as "placedAt", accepted_at as "acceptedAt", delivered_at as "deliveredAt",
                  disputed_at as "disputedAt" from orders.seller_order
          where id = $1 and order_id = $2 for update`,
        [sellerOrderId, order.id],
      );
      if (!part) throw platformProblem('not-found');
      const now = this.clock.now();
      if (!(await this.window.open(tx, part, now)).some((open) => open.topic === topic)) throw complaintProblem('complaint.topic');
      if (topic === 'not_received' && part.disputedAt) throw complaintProblem('complaint.at-the-post');
      const [same] = await sql(
        tx,
        `select 1 as one from orders.complaint where seller_order_id = $1 and topic = $2 and state <> 'closed'`,
        [sellerOrderId, topic],
      );
      if (same) throw complaintProblem('complaint.open-already');
      const id = randomUUID();
      const ownNumber = `KN${newOrderNumber().slice(2)}`;
      const dueAt = await this.terms.end(tx, COMPLAINT_TOPIC_KINDS[topic].answerTerm, now);
      await sql(
        tx,
        `insert into orders.complaint (id, number, seller_order_id, topic, state, opened_at, answer_due_at, changed_at)
         values ($1, $2, $3, $4, 'open', $5, $6, $5)`,
        [id, ownNumber, sellerOrderId, topic, now, dueAt],
      );
      await sql(tx, `insert into orders.complaint_message (id, complaint_id, author, text, at) values ($1, $2, 'buyer', $3, $4)`, [
        randomUUID(),
        id,
        text,
        now,
      ]);
      const details = { sellerOrderId, topic };
      await this.trail.record(tx, actor ?? 'guest', { action: 'complaint.opened', subjectKind: 'complaint', subjectId: id, details });
      await this.notices.tellHousehold(tx, id, {
        vi: 'Người mua khiếu nại. Xin trả lời trong hạn.',
        en: 'The buyer complains. Please answer in time.',
      });
      return ownNumber;
    });
  }
}
