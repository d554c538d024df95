import { randomUUID } from 'node:crypto';
import type { Place } from '@choxa/places';
import { sql, type Tx } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { heldCart, type CartHolder } from '../cart/cart-holder.js';
import type { CartPart } from '../cart/read-cart.query.js';
import { orderProblem } from '../orders.problems.js';
import { saleEntries } from '../ledger/ledger.rules.js';
import { isPrepaid, paymentReference, type PaymentMethod } from '../payments/payment.rules.js';
import type { Allotment } from './allot-lots.rules.js';
import type { BuyerHashes } from './buyer-hashes.rules.js';
import { codFacts, type CodFacts } from './cod-standing.sql.js';

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

/**
 * Writes a whole order and empties its cart, in one statement: every trip to the database costs more than what it carries. Throws `cart.changed`
 * when a rival has emptied the cart meanwhile.
 *
 * @returns what the limits on cash on delivery are judged by; on a refusal the caller throws, and its transaction undoes the rest
 */
export async function writeOrder(
  tx: Tx,
  order: NewOrder,
  accessKeyHash: string,
  allotments: ReadonlyMap<string, Allotment>,
  holder: CartHolder,
): Promise<CodFacts> {
  const sellerOrders = order.sellerOrders.map((part) => sellerOrderRow(order, part));
  const lines = order.sellerOrders.flatMap((part) => lineRows(part, allotments));
  const lots = lines.flatMap((line) => lotRows(line.id, allotments.get(line.pack_id)!));
  const payments = order.sellerOrders.map((part, position) => paymentRow(order, part, position));
  const journals = order.sellerOrders.map((part) => journalRow(order, part));
  const entries = order.sellerOrders.flatMap(entryRows);
  const tables = [[orderRow(order, accessKeyHash)], sellerOrders, lines, lots, payments, journals, entries];
  const rows = tables.map((table) => JSON.stringify(table));
  const { phone, placedAt } = order;
  const [written] = await sql<{ facts: CodFacts; emptied: number }>(tx, WRITE, [
    ...rows,
    holder.cartId,
    holder.accountId,
    phone,
    placedAt,
    localDay(placedAt),
  ]);
  if (written!.emptied !== lines.length) throw orderProblem('cart.changed');
  return written!.facts;
}

function orderRow(order: NewOrder, accessKeyHash: string) {
  const { place } = order;
  return {
    id: order.id,
    number: order.number,
    access_key_hash: accessKeyHash,
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
  with placed as (${insert('order', '$1')}),
       parts as (${insert('seller_order', '$2')}),
       lines as (${insert('order_line', '$3')}),
       lots as (${insert('order_line_lot', '$4')}),
       payments as (${insert('payment_intent', '$5')}),
       journals as (${insert('ledger_journal', '$6')}),
       entries as (${insert('ledger_entry', '$7')}),
       emptied as (delete from orders.cart_line using orders.cart where cart_line.cart_id = cart.id and ${heldCart('$8', '$9')}
                   returning pack_id)
  select (select count(distinct pack_id)::int from emptied) as emptied, cod.facts
    from (${codFacts({ phone: '$10::text', now: '$11', today: '$12', cartId: '$8', accountId: '$9' })}) cod`;
