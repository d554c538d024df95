import { sql, type Tx } from '@choxa/platform';
import type { RefundDto } from './refund.dto.js';

interface Row extends Omit<RefundDto, 'dueAt' | 'paidAt' | 'overdue'> {
  dueAt: Date;
  paidAt: Date | null;
}

const SELECT = `
  select refund.id, refund.seller_order_id as "sellerOrderId", whole.number as "orderNumber", refund.cause, refund.state,
         refund.amount_vnd as "amountVnd", refund.way, refund.reference, refund.due_at as "dueAt", refund.paid_at as "paidAt"
    from orders.refund refund
    join orders.seller_order part on part.id = refund.seller_order_id
    join orders."order" whole on whole.id = part.order_id`;

/** Refunds of seller orders, the oldest first. */
export async function refundsOf(tx: Tx, sellerOrderIds: readonly string[], now: Date): Promise<RefundDto[]> {
  const rows = await sql<Row>(tx, `${SELECT} where refund.seller_order_id = any($1::uuid[]) order by refund.owed_at, refund.id`, [
    sellerOrderIds,
  ]);
  return rows.map((row) => toDto(row, now));
}

/** What households owe, or are told has not arrived; what is due first comes first. */
export async function refundsToPay(tx: Tx, householdIds: readonly string[], now: Date): Promise<RefundDto[]> {
  const rows = await sql<Row>(
    tx,
    `${SELECT} where part.household_id = any($1::uuid[]) and refund.state in ('due', 'disputed') order by refund.due_at, refund.id limit 200`,
    [householdIds],
  );
  return rows.map((row) => toDto(row, now));
}

function toDto({ dueAt, paidAt, ...row }: Row, now: Date): RefundDto {
  const overdue = row.state === 'due' && dueAt <= now;
  return { ...row, dueAt: dueAt.toISOString(), paidAt: paidAt?.toISOString() ?? null, overdue };
}
