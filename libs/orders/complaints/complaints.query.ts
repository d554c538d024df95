import { Injectable } from '@nestjs/common';
import { Clock, Database, sql, type Actor, type Tx } from '@choxa/platform';
import { complaintScope, type ComplaintDesk } from './complaint-scope.js';
import type { ComplaintDto } from './complaint.dto.js';
import { mayEscalate } from './complaint.rules.js';

interface Row extends Omit<ComplaintDto, 'openedAt' | 'answerDueAt' | 'closedAt' | 'overdue' | 'mayEscalate'> {
  openedAt: Date;
  answerDueAt: Date;
  closedAt: Date | null;
}

const MOST = 100;

const SELECT = `
  select complaint.id, complaint.number, complaint.seller_order_id as "sellerOrderId", whole.number as "orderNumber",
         part.household_name as "householdName", part.parcel_number as "parcelNumber", complaint.topic, complaint.state,
         complaint.opened_at as "openedAt", complaint.answer_due_at as "answerDueAt", complaint.outcome,
         complaint.outcome_note as "outcomeNote", complaint.closed_at as "closedAt",
         (select json_agg(json_build_object('author', author, 'text', text, 'at', at) order by at, id)
            from orders.complaint_message where complaint_id = complaint.id) as messages
    from orders.complaint
    join orders.seller_order part on part.id = complaint.seller_order_id
    join orders."order" whole on whole.id = part.order_id`;

/** Complaints as the desks see them: no name, phone or address of a buyer. */
@Injectable()
export class Complaints {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** What is overdue or due first on top; of those that are over, the newest. */
  async list(actor: Actor, desk: ComplaintDesk, closed: boolean): Promise<ComplaintDto[]> {
    const { condition, given } = complaintScope(actor, desk);
    const order = closed ? 'complaint.closed_at desc' : `complaint.state = 'answered', complaint.answer_due_at`;
    const rows = await sql<Row>(
      this.db.read,
      `${SELECT} where ${condition} and (complaint.state = 'closed') = $3 order by ${order}, complaint.id limit ${MOST}`,
      [...given, closed],
    );
    return rows.map((row) => toDto(row, this.clock.now()));
  }
}

/** Complaints about seller orders, as their buyer sees them. */
export async function complaintsOf(tx: Tx, sellerOrderIds: readonly string[], now: Date): Promise<ComplaintDto[]> {
  const rows = await sql<Row>(
    tx,
    `${SELECT} where complaint.seller_order_id = any($1::uuid[]) order by complaint.opened_at, complaint.id`,
    [sellerOrderIds],
  );
  return rows.map((row) => toDto(row, now));
}

function toDto({ openedAt, answerDueAt, closedAt, messages, ...row }: Row, now: Date): ComplaintDto {
  return {
    ...row,
    openedAt: openedAt.toISOString(),
    answerDueAt: answerDueAt.toISOString(),
    overdue: row.state === 'open' && answerDueAt <= now,
    mayEscalate: mayEscalate(row.state, answerDueAt, now),
    closedAt: closedAt?.toISOString() ?? null,
    messages: messages.map((message) => ({ ...message, at: new Date(message.at).toISOString() })),
  };
}
