import { Injectable } from '@nestjs/common';
import { Clock, Database, decodeCursor, DEFAULT_LIMIT, pageOf, sql, type Actor, type Page, type Tx } from '@choxa/platform';
import { complaintScope, type ComplaintDesk } from './complaint-scope.js';
import type { ComplaintDto, ComplaintsQuery } from './complaint.dto.js';
import { mayEscalate, type ComplaintState } from './complaint.rules.js';

interface Row extends Omit<ComplaintDto, 'openedAt' | 'answerDueAt' | 'closedAt' | 'overdue' | 'mayEscalate'> {
  openedAt: Date;
  answerDueAt: Date;
  closedAt: Date | null;
}

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

/** In which order states wait at a desk: an official's decision before all, elsewhere what has no answer yet. */
const WAITING: Record<ComplaintDesk, readonly ComplaintState[]> = {
  household: ['open', 'escalated', 'answered'],
  post: ['open', 'escalated', 'answered'],
  official: ['escalated', 'open', 'answered'],
};

// Of those that wait alike, what is due first on top.
const OPEN_KEY = 'array_position($7::text[], complaint.state), complaint.answer_due_at, complaint.id';
const OPEN = `complaint.state <> 'closed' and ($3::int is null or (${OPEN_KEY}) > ($3, $4::timestamptz, $5::uuid)) order by ${OPEN_KEY}`;

// Those that are over, the newest first.
const CLOSED = `complaint.state <> all($7::text[]) and ($3::int is null or (complaint.closed_at, complaint.id) < ($4::timestamptz, $5::uuid))
  order by complaint.closed_at desc, complaint.id desc`;

/** Complaints as the desks see them: no name, phone or address of a buyer. */
@Injectable()
export class Complaints {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, { desk, closed = false, limit = DEFAULT_LIMIT, cursor }: ComplaintsQuery): Promise<Page<ComplaintDto>> {
    const { condition, given } = complaintScope(actor, desk);
    const [rank, at, id] = cursor ? decodeCursor(cursor, 3) : [null, null, null];
    const waiting = WAITING[desk];
    const now = this.clock.now();
    const rows = await sql<Row>(this.db.read, `${SELECT} where ${condition} and ${closed ? CLOSED : OPEN} limit $6`, [
      ...given,
      rank,
      at,
      id,
      limit + 1,
      waiting,
    ]);
    const keyOf = (row: Row) => [waiting.indexOf(row.state) + 1, (row.closedAt ?? row.answerDueAt).toISOString(), row.id];
    return pageOf(rows, limit, keyOf, (row) => toDto(row, now));
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
