import { sql, type Tx } from '@choxa/platform';
import type { ReturnDto } from './return.dto.js';
import { postagePayer, type ReturnReason } from './return.rules.js';

interface Row extends Omit<ReturnDto, 'openedAt' | 'answerDueAt' | 'lookDueAt' | 'overdue' | 'postagePayer' | 'reason'> {
  openedAt: Date;
  answerDueAt: Date | null;
  lookDueAt: Date | null;
  reason: ReturnReason | null;
}

const SELECT = `
  select one.id, one.seller_order_id as "sellerOrderId", whole.number as "orderNumber", one.state, one.reason, one.note,
         one.opened_at as "openedAt", one.answer_due_at as "answerDueAt", one.look_due_at as "lookDueAt", one.answer_note as "answerNote",
         one.parcel_number as "parcelNumber", whole.recipient_name as "buyerName",
         (select coalesce(sum(amount_vnd), 0)::bigint from orders.refund where return_id = one.id) as "refundVnd",
         (select json_agg(json_build_object('lineId', line.id, 'productName', line.product_name, 'netContent', line.net_content,
                   'quantity', back.quantity, 'priceVnd', line.price_vnd, 'restocked', back.restocked, 'writtenOff', back.written_off)
                 order by line.position)
            from orders.return_line back join orders.order_line line on line.id = back.line_id where back.return_id = one.id) as lines,
         (select coalesce(json_agg(id order by added_at, id), '[]') from orders.return_picture where return_id = one.id) as "pictureIds"
    from orders.return_case one
    join orders.seller_order part on part.id = one.seller_order_id
    join orders."order" whole on whole.id = part.order_id`;

/** Returns of seller orders, the oldest first. */
export async function returnsOf(tx: Tx, sellerOrderIds: readonly string[], now: Date): Promise<ReturnDto[]> {
  const rows = await sql<Row>(tx, `${SELECT} where one.seller_order_id = any($1::uuid[]) order by one.opened_at, one.id`, [sellerOrderIds]);
  return rows.map((row) => toDto(row, now));
}

/** What households have to do about returns: answer them, look at what came back. What is due first comes first. */
export async function returnsToHandle(tx: Tx, householdIds: readonly string[], now: Date): Promise<ReturnDto[]> {
  const rows = await sql<Row>(
    tx,
    `${SELECT} where part.household_id = any($1::uuid[]) and one.state in ('requested', 'approved', 'posted', 'arrived')
      order by one.state <> 'requested', one.answer_due_at nulls last, one.id limit 200`,
    [householdIds],
  );
  return rows.map((row) => toDto(row, now));
}

function toDto({ openedAt, answerDueAt, lookDueAt, ...row }: Row, now: Date): ReturnDto {
  const dueAt = row.state === 'requested' ? answerDueAt : row.state === 'arrived' ? lookDueAt : null;
  return {
    ...row,
    openedAt: openedAt.toISOString(),
    answerDueAt: answerDueAt?.toISOString() ?? null,
    lookDueAt: lookDueAt?.toISOString() ?? null,
    overdue: dueAt !== null && dueAt <= now,
    postagePayer: row.reason ? postagePayer(row.reason) : null,
  };
}
