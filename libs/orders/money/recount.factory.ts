import { sql, type Tx } from '@choxa/platform';
import type { MoneyTotalsDto } from './money.dto.js';

interface Raw {
  state: string;
  goodsVnd: number;
  postageVnd: number;
  deliveredOn: string | null;
  method: string;
  payment: string;
  remittedVnd: number;
}

/**
 * What stands in the books, counted a second time: from the rows of seller orders and payments alone, by plain loops. It knows one tax, 1.5 % of
 * goods delivered from 18 November 2026 on, and postage of 22,000 ₫ kept by the post.
 */
export async function recount(tx: Tx, householdId: string): Promise<MoneyTotalsDto> {
  const rows = await sql<Raw>(
    tx,
    `select part.state, part.goods_vnd as "goodsVnd", part.postage_vnd as "postageVnd",
            to_char(part.delivered_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as "deliveredOn", payment.method, payment.state as payment,
            case when payment.remittance_id is null then 0 else part.goods_vnd end as "remittedVnd"
       from orders.seller_order part join orders.payment_intent payment on payment.seller_order_id = part.id where part.household_id = $1`,
    [householdId],
  );
  const totals: MoneyTotalsDto = {
    orders: 0,
    goodsVnd: 0,
    postageVnd: 0,
    feeVnd: 0,
    taxVnd: 0,
    netVnd: 0,
    dueVnd: 0,
    collectedVnd: 0,
    atPostVnd: 0,
    arrivedVnd: 0,
    toRefundVnd: 0,
  };
  for (const row of rows) {
    const totalVnd = row.goodsVnd + row.postageVnd;
    totals.orders += 1;
    const undone = row.state === 'cancelled' || row.state === 'returned';
    const transferred = ['paid', 'refund_due'].includes(row.payment) && row.method !== 'cod';
    if (transferred) totals.arrivedVnd += totalVnd;
    if (row.payment === 'refund_due') totals.toRefundVnd += totalVnd;
    if (row.payment === 'due') totals.dueVnd += totalVnd;
    if (row.payment === 'collected' || row.payment === 'remitted') totals.collectedVnd += totalVnd;
    if (row.payment === 'collected') totals.atPostVnd += totalVnd;
    totals.arrivedVnd += row.remittedVnd;
    if (undone) continue;
    const taxVnd = row.deliveredOn && row.deliveredOn >= '2026-11-18' ? Math.round((row.goodsVnd * 15) / 1000) : 0;
    totals.goodsVnd += row.goodsVnd;
    totals.postageVnd += row.postageVnd;
    totals.taxVnd += taxVnd;
    totals.netVnd += row.goodsVnd - taxVnd;
  }
  return totals;
}
