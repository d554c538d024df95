import { randomUUID } from 'node:crypto';
import type { Place } from '@choxa/places';
import { sql, steadyArray, type Tx } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { heldCart, type CartHolder } from '../cart/cart-holder.js';
import type { CartPart } from '../cart/read-cart.query.js';
import { orderProblem } from '../orders.problems.js';
import { saleEntries } from '../ledger/ledger.rules.js';
import { isPrepaid, paymentReference, type PaymentMethod } from '../payments/payment.rules.js';
import type { Allotment } from './allot-lots.rules.js';
import type { BuyerHashes } from './buyer-hashes.rules.js';
import { codFacts, type CodFacts } from './cod-standing.sql.js';
import { hashOf } from './order-number.js';

export interface NewSellerOrder extends CartPart {
  id: string;
  postageVnd: number;
  codVnd: number;
  operatorCode: string;
}

export interface NewOrder {
  id: string;
  number: string;
  accessKey: string;
  accountId: string | null;
  recipientName: string;
  phone: string;
  place: Place;
  street: string;
  note: string | null;
  /** The counter it is kept at; null when it is brought to the address. */
  office: { code: string; name: string } | null;
  gift: boolean;
  digitalAddress: string | null;
  /** Degrees. */
  point: { latitude: number; longitude: number } | null;
  paymentMethod: PaymentMethod;
  goodsVnd: number;
  postageVnd: number;
  totalVnd: number;
  buyer: BuyerHashes;
  placedAt: Date;
  sellerOrders: NewSellerOrder[];
}

/** An order as it is about to be written, whose cart it comes from, and what its lines take: lots and labels by pack. */
export interface AllottedOrder {
  order: NewOrder;
  holder: CartHolder;
  allotments: ReadonlyMap<string, Allotment>;
}

/**
 * Writes whole orders and empties their carts, in one statement: every trip to the database costs more than what it carries. Throws `cart.changed`
 * when a rival has emptied a cart meanwhile.
 *
 * @returns what the limits on cash on delivery are judged by, of each; on a refusal the caller throws, and its transaction undoes the rest
 */
export async function writeOrders(tx: Tx, orders: readonly AllottedOrder[], now: Date): Promise<CodFacts[]> {
  const written = await sql<{ facts: CodFacts; emptied: number }>(tx, WRITE, [
    ...rowsOf(orders).map((rows) => JSON.stringify(rows)),
    orders.map(({ holder }) => holder.cartId),
    orders.map(({ holder }) => holder.accountId),
    orders.map(({ order }) => order.phone),
    now,
    localDay(now),
  ]);
  return written.map(({ facts, emptied }, index) => {
    const lines = orders[index]!.order.sellerOrders.flatMap((part) => part.lines);
    if (emptied !== lines.length) throw orderProblem('cart.changed');
    return facts;
  });
}

/** By table, in the sequence of the parameters of {@link WRITE}. */
function rowsOf(orders: readonly AllottedOrder[]): object[][] {
  const parts = orders.flatMap(({ order }) => order.sellerOrders.map((part, position) => ({ order, part, position })));
  const lines = orders.flatMap(({ order, allotments }) =>
    order.sellerOrders.flatMap((part) => lineRows(part, allotments).map((line) => ({ line, lots: allotments.get(line.pack_id)! }))),
  );
  return [
    orders.map(({ order }) => orderRow(order)),
    parts.map(({ order, part }) => sellerOrderRow(order, part)),
    lines.map(({ line }) => line),
    lines.flatMap(({ line, lots }) => lotRows(line.id, lots)),
    parts.map(({ order, part, position }) => paymentRow(order, part, position)),
    parts.map(({ order, part }) => journalRow(order, part)),
    parts.flatMap(({ part }) => entryRows(part)),
  ];
}

function orderRow(order: NewOrder) {
  const { place } = order;
  return {
    id: order.id,
    number: order.number,
    access_key_hash: hashOf(order.accessKey),
    account_id: order.accountId,
    recipient_name: order.recipientName,
    phone: order.phone,
    commune_code: place.code,
    commune_name: place.name,
    province_code: place.provinceCode,
    province_name: place.provinceName,
    street: order.street,
    note: order.note,
    office_code: order.office?.code ?? null,
    office_name: order.office?.name ?? null,
    gift: order.gift,
    digital_address: order.digitalAddress,
    latitude: order.point?.latitude ?? null,
    longitude: order.point?.longitude ?? null,
    payment_method: order.paymentMethod,
    goods_vnd: order.goodsVnd,
    postage_vnd: order.postageVnd,
    total_vnd: order.totalVnd,
    buyer_account_hash: order.buyer.account,
    buyer_phone_hash: order.buyer.phone,
    buyer_address_hash: order.buyer.address,
    buyer_device_hash: order.buyer.device,
    placed_at: order.placedAt,
  };
}

function paymentRow(order: NewOrder, part: NewSellerOrder, position: number) {
  return {
    id: randomUUID(),
    seller_order_id: part.id,
    method: order.paymentMethod,
    amount_vnd: part.goodsVnd + part.postageVnd,
    reference: isPrepaid(order.paymentMethod) ? paymentReference(order.number, position) : null,
    state: 'due',
    changed_at: order.placedAt,
  };
}

function journalRow(order: NewOrder, part: NewSellerOrder) {
  return { key: saleKey(part), seller_order_id: part.id, kind: 'sale', at: order.placedAt };
}

function entryRows(part: NewSellerOrder) {
  return saleEntries(part).map(({ account, amountVnd }) => ({ journal_key: saleKey(part), account, amount_vnd: amountVnd }));
}

function saleKey(part: NewSellerOrder): string {
  return `sale:${part.id}`;
}

function sellerOrderRow(order: NewOrder, part: NewSellerOrder) {
  const { household } = part;
  return {
    id: part.id,
    order_id: order.id,
    household_id: household.id,
    household_name: household.name,
    household_slug: household.slug,
    commune_code: household.communeCode,
    province_code: household.provinceCode,
    state: 'placed',
    goods_vnd: part.goodsVnd,
    postage_vnd: part.postageVnd,
    cod_vnd: part.codVnd,
    inspection: household.inspection,
    operator_code: part.operatorCode,
    placed_at: order.placedAt,
    changed_at: order.placedAt,
  };
}

function lineRows(part: NewSellerOrder, allotments: ReadonlyMap<string, Allotment>) {
  return part.lines.map(({ packId, quantity, pack }, position) => ({
    id: randomUUID(),
    seller_order_id: part.id,
    position,
    product_id: pack!.productId,
    product_name: pack!.productName,
    slug: pack!.slug,
    pack_id: packId,
    set_code: pack!.setCode,
    net_content: pack!.netContent,
    image: pack!.imageThumbUrl,
    quantity,
    price_vnd: pack!.priceVnd,
    line_vnd: pack!.priceVnd * quantity,
    label: allotments.get(packId)!.label,
  }));
}

function lotRows(lineId: string, { lots }: Allotment) {
  return lots.map(({ lotId, lotCode, quantity }) => ({
    order_line_id: lineId,
    lot_id: lotId,
    lot_code: lotCode,
    quantity,
    source: 'allotted',
  }));
}

type Table = 'order' | 'seller_order' | 'order_line' | 'order_line_lot' | 'payment_intent' | 'ledger_journal' | 'ledger_entry';

const insert = (table: Table, rows: string) =>
  `insert into orders."${table}" select * from jsonb_populate_recordset(null::orders."${table}", ${rows}::jsonb)`;

// Foreign keys are checked when the whole statement is done, so they may come together.
const WRITE = `
  with asked as (select * from unnest(${steadyArray('$8', 'uuid')}, ${steadyArray('$9', 'uuid')}, ${steadyArray('$10', 'text')})
                   with ordinality as asked (cart_id, account_id, phone, place)),
       placed as (${insert('order', '$1')}),
       parts as (${insert('seller_order', '$2')}),
       lines as (${insert('order_line', '$3')}),
       lots as (${insert('order_line_lot', '$4')}),
       payments as (${insert('payment_intent', '$5')}),
       journals as (${insert('ledger_journal', '$6')}),
       entries as (${insert('ledger_entry', '$7')}),
       emptied as (delete from orders.cart_line using orders.cart, asked
                    where cart_line.cart_id = cart.id and ${heldCart('asked.cart_id', 'asked.account_id')}
                   returning asked.place, pack_id)
  select (select count(distinct pack_id)::int from emptied where emptied.place = asked.place) as emptied, cod.facts
    from asked cross join lateral (${codFacts({ phone: 'asked.phone', now: '$11', today: '$12', cartId: 'asked.cart_id', accountId: 'asked.account_id' })}) cod
   order by asked.place`;
