import { sql, type Tx } from '@choxa/platform';
import { hashOf } from '../checkout/order-number.js';
import type { SellerOrderDeliveredV1, TradedLineV1 } from './seller-orders.events.js';

type Head = Omit<SellerOrderDeliveredV1, 'lines' | 'buyerPhoneHash' | 'deliveredAt' | 'placedAt' | 'handedOverAt'> & {
  phone: string;
  deliveredAt: Date;
  placedAt: Date;
  handedOverAt: Date | null;
};

/** The delivered seller order as the fact others count: what the buyer took of it. */
export async function deliveredFacts(tx: Tx, sellerOrderId: string): Promise<SellerOrderDeliveredV1> {
  const [head] = await sql<Head>(
    tx,
    `select part.id as "sellerOrderId", whole.number as "orderNumber", part.household_id as "householdId", part.household_name as "householdName",
            part.commune_code as "communeCode", part.province_code as "provinceCode", part.delivered_at as "deliveredAt",
            part.placed_at as "placedAt", part.accepted_at as "handedOverAt",
            whole.account_id as "buyerAccountId", whole.phone
       from orders.seller_order part join orders."order" whole on whole.id = part.order_id where part.id = $1`,
    [sellerOrderId],
  );
  const lines = await sql<TradedLineV1>(
    tx,
    `with line as (
       select one.*, coalesce(confirmed_quantity, one.quantity) - coalesce((select sum(back.quantity) from orders.return_line back
           join orders.return_case refused on refused.id = back.return_id and refused.reason is null where back.line_id = one.id), 0)::int as taken
         from orders.order_line one where seller_order_id = $1)
     select id as "lineId", product_id as "productId", product_name as "productName", pack_id as "packId", set_code as "setCode",
            taken as quantity, price_vnd * taken as "amountVnd", label, coalesce(label_check = 'matches', false) as "checkedByPerson"
       from line where taken > 0 order by position`,
    [sellerOrderId],
  );
  const { phone, deliveredAt, placedAt, handedOverAt, ...facts } = head!;
  const times = {
    deliveredAt: deliveredAt.toISOString(),
    placedAt: placedAt.toISOString(),
    handedOverAt: handedOverAt?.toISOString() ?? null,
  };
  return { ...facts, ...times, buyerPhoneHash: hashOf(phone), lines };
}
