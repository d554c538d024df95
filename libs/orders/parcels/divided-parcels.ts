import { sql, type Tx } from '@choxa/platform';
import type { ParcelOutcome } from './divided-parcels.rules.js';

/** One of several parcels of a seller order, as what the post reports is put on it. */
export interface OpenParcel {
  id: string;
  goodsVnd: number;
  postageVnd: number;
  state: string | null;
  acceptedAt: Date | null;
  outcome: ParcelOutcome | null;
  endedAt: Date | null;
}

/** The parcels of a seller order that goes in several, the first first; none for one that goes in a single parcel. The caller holds its lock. */
export async function dividedParcels(tx: Tx, sellerOrderId: string): Promise<OpenParcel[]> {
  return sql<OpenParcel>(
    tx,
    `select id, goods_vnd as "goodsVnd", postage_vnd as "postageVnd", state, accepted_at as "acceptedAt", outcome, ended_at as "endedAt"
       from orders.parcel where seller_order_id = $1 order by position`,
    [sellerOrderId],
  );
}

/** References under which the post carries a seller order: one for each parcel. */
export async function referencesOf(tx: Tx, sellerOrderId: string): Promise<string[]> {
  const parcels = await dividedParcels(tx, sellerOrderId);
  return parcels.length ? parcels.map(({ id }) => id) : [sellerOrderId];
}

/** SQL: units of a line (by its alias) in the parcel with the reference in a parameter: null or 0 for none. All of it where there is a single parcel. */
export const unitsIn = (line: string, parameter: string) => `
  case when exists (select from orders.parcel where id = ${parameter})
       then (select held.quantity from orders.parcel_line held where held.parcel_id = ${parameter} and held.line_id = ${line}.id)
       else coalesce(${line}.confirmed_quantity, ${line}.quantity) end`;

/** SQL: id of the seller order one of whose parcels goes under the reference in a parameter; the parameter itself for any other. */
export const sellerOrderOf = (parameter: string) =>
  `coalesce((select seller_order_id from orders.parcel where id = ${parameter}), ${parameter})`;
