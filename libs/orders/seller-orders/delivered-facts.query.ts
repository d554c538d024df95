import { sql, type Tx } from '@choxa/platform';
import type { SellerOrderDeliveredV1 } from './seller-orders.events.js';

/** The fact as the database gives it. */
export type DeliveredRow = Omit<SellerOrderDeliveredV1, 'deliveredAt' | 'placedAt' | 'handedOverAt'> & {
  deliveredAt: Date;
  placedAt: Date;
  handedOverAt: Date | null;
};

/** The delivered seller order as the fact others count: what the buyer took of it. */
export async function deliveredFacts(tx: Tx, sellerOrderId: string): Promise<SellerOrderDeliveredV1> {
  const [row] = await sql<DeliveredRow>(tx, `${DELIVERED} where part.id = $1`, [sellerOrderId]);
  return toDelivered(row!);
}

export function toDelivered({ deliveredAt, placedAt, handedOverAt, ...facts }: DeliveredRow): SellerOrderDeliveredV1 {
  const times = {
    deliveredAt: deliveredAt.toISOString(),
    placedAt: placedAt.toISOString(),
    handedOverAt: handedOverAt?.toISOString() ?? null,
  };
  return { ...facts, ...times };
}

/** SQL of delivered seller orders; the caller says which `part`. What was refused at the door was not taken. */
export const DELIVERED = `
  select part.id as "sellerOrderId", whole.number as "orderNumber", part.household_id as "householdId", part.household_name as "householdName",
         part.commune_code as "communeCode", part.province_code as "provinceCode", part.delivered_at as "deliveredAt",
         part.placed_at as "placedAt", part.accepted_at as "handedOverAt", part.to_address as "toAddress",
         whole.buyer_account_hash as "buyerAccountHash",
         coalesce(whole.buyer_phone_hash, encode(sha256(convert_to(whole.phone, 'UTF8')), 'hex')) as "buyerPhoneHash",
         whole.buyer_address_hash as "buyerAddressHash", whole.buyer_device_hash as "buyerDeviceHash",
         coalesce((
           select jsonb_agg(jsonb_build_object('lineId', id, 'productId', product_id, 'productName', product_name, 'packId', pack_id,
                    'setCode', set_code, 'quantity', taken, 'amountVnd', price_vnd * taken, 'label', label,
                    'checkedByPerson', coalesce(label_check = 'matches', false)) order by position)
             from (select line.*, coalesce(confirmed_quantity, line.quantity) - coalesce((
                            select sum(back.quantity) from orders.return_line back
                              join orders.return_case refused on refused.id = back.return_id and refused.reason is null
                             where back.line_id = line.id), 0)::int as taken
                     from orders.order_line line where seller_order_id = part.id) line
            where taken > 0), '[]') as lines
    from orders.seller_order part join orders."order" whole on whole.id = part.order_id`;
