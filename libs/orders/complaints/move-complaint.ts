import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, platformProblem, sql, Trail, type Actor, type TrailActor, type Tx } from '@choxa/platform';
import { buyersOrder } from '../order-pages/buyers-order.query.js';
import { Terms } from '../terms/terms.js';
import { complaintScope, type ComplaintDesk } from './complaint-scope.js';
import { complaintProblem } from './complaint.problems.js';
import {
  canComplaintMove,
  COMPLAINT_TOPIC_KINDS,
  stateAfterMessage,
  type ComplaintOutcome,
  type ComplaintParty,
  type ComplaintState,
  type ComplaintTopic,
} from './complaint.rules.js';

const MOST_MESSAGES = 100;

export interface LockedComplaint {
  id: string;
  topic: ComplaintTopic;
  state: ComplaintState;
  answerDueAt: Date;
}

/** The one place where a complaint changes. */
@Injectable()
export class MoveComplaint {
  constructor(
    private readonly terms: Terms,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** @throws Problem `not-found`, `complaint.state` when it is over */
  async lockOfBuyer(tx: Tx, actor: Actor | null, number: string, key: string | undefined, id: string): Promise<LockedComplaint> {
    const order = await buyersOrder(tx, actor, number, key);
    return this.lock(tx, id, { condition: 'part.order_id = $1::uuid and $2::text is null', given: [order.id, null] });
  }

  /** @throws Problem `not-found`, `complaint.state` when it is over */
  async lockAtDesk(tx: Tx, actor: Actor, desk: ComplaintDesk, id: string): Promise<LockedComplaint> {
    return this.lock(tx, id, complaintScope(actor, desk));
  }

  async write(tx: Tx, actor: TrailActor, complaint: LockedComplaint, author: ComplaintParty, text: string): Promise<void> {
    const [count] = await sql<{ n: number }>(tx, 'select count(*)::int as n from orders.complaint_message where complaint_id = $1', [
      complaint.id,
    ]);
    if (count!.n >= MOST_MESSAGES) throw complaintProblem('complaint.full');
    const now = this.clock.now();
    await sql(tx, 'insert into orders.complaint_message (id, complaint_id, author, text, at) values ($1, $2, $3, $4, $5)', [
      randomUUID(),
      complaint.id,
      author,
      text,
      now,
    ]);
    const next = stateAfterMessage(complaint.state, complaint.topic, author);
    if (next === complaint.state) return;
    // A further question starts the clock of the answer anew.
    const dueAt =
      next === 'open' ? await this.terms.end(tx, COMPLAINT_TOPIC_KINDS[complaint.topic].answerTerm, now) : complaint.answerDueAt;
    await sql(tx, 'update orders.complaint set state = $2, answer_due_at = $3, changed_at = $4 where id = $1', [
      complaint.id,
      next,
      dueAt,
      now,
    ]);
    await this.record(tx, actor, complaint, next);
  }

  async escalate(tx: Tx, actor: TrailActor, complaint: LockedComplaint): Promise<void> {
    const now = this.clock.now();
    await sql(tx, `update orders.complaint set state = 'escalated', escalated_at = $2, changed_at = $2 where id = $1`, [complaint.id, now]);
    await this.record(tx, actor, complaint, 'escalated');
  }

  /** @throws Problem `complaint.state` */
  async close(tx: Tx, actor: TrailActor, complaint: LockedComplaint, outcome: ComplaintOutcome, note: string | null): Promise<void> {
    if (!canComplaintMove(complaint.state, 'closed')) throw complaintProblem('complaint.state');
    const now = this.clock.now();
    await sql(
      tx,
      `update orders.complaint set state = 'closed', outcome = $2, outcome_note = $3, closed_at = $4, changed_at = $4 where id = $1`,
      [complaint.id, outcome, note, now],
    );
    await this.record(tx, actor, complaint, 'closed');
  }

  private async lock(tx: Tx, id: string, { condition, given }: ReturnType<typeof complaintScope>): Promise<LockedComplaint> {
    const [complaint] = await sql<LockedComplaint>(
      tx,
      `select complaint.id, complaint.topic, complaint.state, complaint.answer_due_at as "answerDueAt"
         from orders.complaint
         join orders.seller_order part on part.id = complaint.seller_order_id
         join orders."order" whole on whole.id = part.order_id
        where ${condition} and complaint.id = $3 for update of complaint`,
      [...given, id],
    );
    if (!complaint) throw platformProblem('not-found');
    if (complaint.state === 'closed') throw complaintProblem('complaint.state');
    return complaint;
  }

  private async record(tx: Tx, actor: TrailActor, complaint: LockedComplaint, to: ComplaintState): Promise<void> {
    const details = { topic: complaint.topic, from: complaint.state, to };
    await this.trail.record(tx, actor, { action: 'complaint.moved', subjectKind: 'complaint', subjectId: complaint.id, details });
    complaint.state = to;
  }
}
