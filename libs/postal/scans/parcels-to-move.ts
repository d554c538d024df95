import { sql, type Tx } from '@choxa/platform';
import type { ParcelState } from '@choxa/postal-contract';

/** What the use cases look at in a parcel before they move it. */
export interface LockedParcel {
  number: string;
  operatorId: string;
  operatorCode: string;
  senderReference: string;
  state: ParcelState;
  stateAt: Date;
  attempts: number;
  /** How often its end was told of, see `ParcelClosedV1`. */
  closingsTold: number;
  codVnd: number;
  originOfficeId: string;
  deliveryOfficeId: string;
  currentOfficeId: string | null;
  senderProvinceCode: string;
  recipientProvinceCode: string;
  announcedAt: Date;
  acceptedAt: Date | null;
  /** Ids of the offices it was to pass. */
  route: string[];
}

/** Whose parcels: a condition on `parcel` with `$2` = ids. The scope stands in the query, so a foreign parcel is a missing one. */
export const SCOPES = {
  origin: 'parcel.origin_office_id = any($2::uuid[])',
  delivery: '(parcel.delivery_office_id = any($2::uuid[]) or parcel.current_office_id = any($2::uuid[]))',
  operator: 'parcel.operator_id = any($2::uuid[])',
} as const;

/** Locks the parcels among `numbers` that lie in scope, by number, so that rivals wait in the same sequence. */
export async function lockParcels(tx: Tx, numbers: string[], scope: keyof typeof SCOPES, ids: string[]): Promise<LockedParcel[]> {
  return sql<LockedParcel>(
    tx,
    `select parcel.number, parcel.operator_id as "operatorId", operator.code as "operatorCode", sender_reference as "senderReference",
       state, state_at as "stateAt", attempts, closings_told as "closingsTold", cod_vnd as "codVnd", origin_office_id as "originOfficeId",
       delivery_office_id as "deliveryOfficeId", current_office_id as "currentOfficeId", sender_province_code as "senderProvinceCode",
       recipient_province_code as "recipientProvinceCode",
       announced_at as "announcedAt", accepted_at as "acceptedAt", route
     from postal.parcel join postal.operator on operator.id = parcel.operator_id
     where parcel.number = any($1::text[]) and ${SCOPES[scope]}
     order by parcel.number for update of parcel`,
    [numbers, ids],
  );
}

/** Locks one parcel whoever's it is: for what nobody of the staff asks, or what was checked already. Null when there is none. */
export async function lockParcel(tx: Tx, number: string): Promise<LockedParcel | null> {
  const [of] = await sql<{ operatorId: string }>(tx, 'select operator_id as "operatorId" from postal.parcel where number = $1', [number]);
  if (!of) return null;
  const [parcel] = await lockParcels(tx, [number], 'operator', [of.operatorId]);
  return parcel ?? null;
}

/** A parcel number as people and scanners write it, in the form in which it is kept. */
export function readParcelNumber(text: string): string {
  return text.replace(/[\s\-\u2010-\u2015\u200B\uFEFF]/gu, '').toUpperCase();
}
