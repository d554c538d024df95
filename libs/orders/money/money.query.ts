import { Injectable } from '@nestjs/common';
import { Database, decodeCursor, DEFAULT_LIMIT, pageOf, sql, type Page, type PageQuery } from '@choxa/platform';
import type { InstantRange } from '@choxa/standards';
import type { PaymentMethod, PaymentState } from '../payments/payment.rules.js';
import type { SellerOrderState } from '../seller-orders/seller-order.rules.js';
import type { MoneyLineDto, MoneyTotalsDto } from './money.dto.js';
import { settlementOf } from './money.rules.js';

interface Row extends Omit<MoneyLineDto, 'placedAt' | 'settlement'> {
  placedAt: Date;
  method: PaymentMethod;
  state: SellerOrderState;
  payment: PaymentState;
  reconciled: boolean;
}

/** What stands in the books for each seller order of a household, and together. A seller order belongs to the period in which it was placed. */
@Injectable()
export class Money {
  constructor(private readonly db: Database) {}

  /** Newest first. */
  async page(householdId: string, range: InstantRange, { limit = DEFAULT_LIMIT, cursor }: PageQuery): Promise<Page<MoneyLineDto>> {
    const [placedAt, id] = cursor ? decodeCursor(cursor, 2) : [null, null];
    const rows = await sql<Row>(
      this.db.read,
      `${LINES} and ($4::timestamptz is null or (part.placed_at, part.id) < ($4, $5::uuid))
       order by part.placed_at desc, part.id desc limit $6`,
      [householdId, range.from, range.until, placedAt, id, limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.placedAt.toISOString(), row.sellerOrderId], toLine);
  }

  /** All of a period, oldest first: for a statement. */
  async all(householdId: string, range: InstantRange): Promise<MoneyLineDto[]> {
    const rows = await sql<Row>(this.db.read, `${LINES} order by part.placed_at, part.id`, [householdId, range.from, range.until]);
    return rows.map(toLine);
  }

  async totals(householdId: string, range: InstantRange): Promise<MoneyTotalsDto> {
    const [row] = await sql<MoneyTotalsDto>(this.db.read, `with line as (${LINES}) ${TOTALS}`, [householdId, range.from, range.until]);
    return row!;
  }
}

function toLine({ placedAt, payment, reconciled, ...row }: Row): MoneyLineDto {
  return { ...row, placedAt: placedAt.toISOString(), settlement: settlementOf(payment, reconciled) };
}

const booked = (account: string, kinds = ''): string =>
  `coalesce(sum(entry.amount_vnd) filter (where entry.account = '${account}'${kinds}), 0)::bigint`;

const LINES = `
  select part.id as "sellerOrderId", whole.number, part.placed_at as "placedAt", part.state, payment.method, payment.state as payment,
         payment.reconciled_at is not null as reconciled, coalesce(remittance.reference, payment.reference) as reference, book.*
    from orders.seller_order part
    join orders."order" whole on whole.id = part.order_id
    join orders.payment_intent payment on payment.seller_order_id = part.id
    left join orders.remittance remittance on remittance.id = payment.remittance_id
   cross join lateral (
     select -${booked('household', ` and journal.kind <> 'charges'`)} as "goodsVnd", -${booked('postage', ` and journal.kind <> 'cod-remitted'`)} as "postageVnd",
            -${booked('fee')} as "feeVnd", -${booked('tax')} as "taxVnd", -${booked('household')} as "netVnd", ${booked('buyer')} as "dueVnd",
            ${booked('cod_at_post', ' and entry.amount_vnd > 0')} as "collectedVnd", ${booked('cod_at_post')} as "atPostVnd",
            (${booked('bank', ' and entry.amount_vnd > 0')} + ${booked('gateway', ' and entry.amount_vnd > 0')}) as "arrivedVnd",
            -${booked('refund')} as "toRefundVnd"
       from orders.ledger_journal journal join orders.ledger_entry entry on entry.journal_key = journal.key
      where journal.seller_order_id = part.id) book
   where part.household_id = $1 and part.placed_at >= $2 and part.placed_at < $3`;

const SUMMED = [
  'goodsVnd',
  'postageVnd',
  'feeVnd',
  'taxVnd',
  'netVnd',
  'dueVnd',
  'collectedVnd',
  'atPostVnd',
  'arrivedVnd',
  'toRefundVnd',
] as const satisfies (keyof MoneyTotalsDto)[];

const TOTALS = `select count(*)::int as orders, ${SUMMED.map((name) => `coalesce(sum("${name}"), 0)::bigint as "${name}"`).join(', ')} from line`;
