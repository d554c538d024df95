import { randomBytes, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';

const PRICE_VND = 50_000;
const POSTAGE_VND = 20_000;

/** Writes what an order cannot do without, in one transaction of prepared statements: stock, order, seller order, line, payment intent. */
export async function placeBareOrder(pool: Pool, { packId, quantity }: { packId: string; quantity: number }): Promise<string> {
  const client = await pool.connect();
  try {
    const [orderId, sellerOrderId, now] = [randomUUID(), randomUUID(), new Date()];
    const number = `LIMIT${randomBytes(8).toString('hex')}`;
    const goods = PRICE_VND * quantity;
    await client.query('begin');
    const taken = await client.query({ name: 'stock', text: STOCK, values: [packId, quantity, now] });
    if (!taken.rowCount) throw new Error('stock is short');
    await client.query({ name: 'order', text: ORDER, values: [orderId, number, goods, POSTAGE_VND, now] });
    await client.query({ name: 'seller-order', text: SELLER_ORDER, values: [sellerOrderId, orderId, packId, goods, POSTAGE_VND, now] });
    await client.query({ name: 'line', text: LINE, values: [randomUUID(), sellerOrderId, packId, quantity, PRICE_VND, LABEL] });
    await client.query({ name: 'payment', text: PAYMENT, values: [randomUUID(), sellerOrderId, goods + POSTAGE_VND, now] });
    await client.query('commit');
    return JSON.stringify({ number, totalVnd: goods + POSTAGE_VND });
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

const LABEL = JSON.stringify({ level: 'none', compliant: false, missing: ['origin.lot'], barcode: null, lotId: null });

const STOCK = 'update orders.stock set on_hand = on_hand - $2, updated_at = $3 where pack_id = $1 and on_hand >= $2 returning on_hand';

const ORDER = `
  insert into orders."order" (id, number, access_key_hash, recipient_name, phone, commune_code, commune_name, province_code, province_name, street,
                              payment_method, goods_vnd, postage_vnd, total_vnd, placed_at)
  values ($1, $2, $2, 'Người Mua Thử', '+84500000777', '26740', 'Phường Sài Gòn', '79', 'Thành phố Hồ Chí Minh', 'Số 1', 'cod',
          $3::bigint, $4::bigint, $3::bigint + $4::bigint, $5)`;

const SELLER_ORDER = `
  insert into orders.seller_order (id, order_id, household_id, household_name, household_slug, commune_code, province_code, state, goods_vnd,
                                   postage_vnd, cod_vnd, placed_at, changed_at)
  values ($1, $2, $3, 'Hộ', 'ho', '24778', '68', 'placed', $4::bigint, $5::bigint, $4::bigint + $5::bigint, $6, $6)`;

const LINE = `
  insert into orders.order_line (id, seller_order_id, position, product_id, product_name, slug, pack_id, set_code, net_content, quantity, price_vnd,
                                 line_vnd, label)
  values ($1, $2, 0, $3, 'Cà phê', 'ca-phe', $3, '13', '500 g', $4::int, $5::bigint, $4::int * $5::bigint, $6)`;

const PAYMENT = `
  insert into orders.payment_intent (id, seller_order_id, method, amount_vnd, state, changed_at) values ($1, $2, 'cod', $3, 'due', $4)`;
