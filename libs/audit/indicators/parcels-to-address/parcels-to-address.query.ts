import { sql, type Tx } from '@choxa/platform';
import { DELIVERY_PLACE_CODES, DELIVERY_PLACES, type DeliveryPlace, type NonDeliveryReason } from '@choxa/standards';
import type { ClosingOutcome } from '@choxa/postal-contract';
import type { Scope } from '../../scope/scope.js';
import { inPlace, placeParams } from '../../scope/scope.sql.js';
import { OF_OPERATOR, totalsParams } from '../../facts/periods-read.js';

interface ToAddress {
  closed: number;
  toAddress: number;
}

export interface ParcelsToAddress extends ToAddress {
  validlyDelivered: number;
  /** Delivered, wherever, at the first try. */
  firstAttempt: number;
  operators: (ToAddress & { code: string })[];
  outcomes: { outcome: ClosingOutcome; count: number }[];
  deliveryPlaces: { place: DeliveryPlace; count: number }[];
  /** Of those whose first try failed: why it did. */
  failures: { reason: NonDeliveryReason; count: number }[];
}

/** All figures of indicator 13 for a scope: one statement, so one moment. */
export async function countParcelsToAddress(tx: Tx, scope: Scope): Promise<ParcelsToAddress> {
  const [row] = await sql<ParcelsToAddress>(tx, STATEMENT, params(scope));
  return row!;
}

/** The same share by province, commune or operator, by code. */
export function breakDownParcels(tx: Tx, scope: Scope, by: 'province' | 'commune' | 'operator'): Promise<(ToAddress & { code: string })[]> {
  return sql(
    tx,
    `select ${by}_code as code, sum(parcels)::bigint as "closed", coalesce(sum(parcels) filter (where ${TO_ADDRESS}), 0)::bigint as "toAddress"
     from audit.parcel_period where ${OF_OPERATOR} group by ${by}_code order by ${by}_code`,
    params(scope),
  );
}

/** A post office of the commune asked for. */
export interface OfficeToAddress extends ToAddress {
  operatorCode: string;
  officeCode: string;
}

/** The same share by the office of delivery, in one commune; empty for anything wider, and for closed versions, which keep no offices. */
export async function breakDownOffices(tx: Tx, scope: Scope): Promise<OfficeToAddress[]> {
  const { period, version, filters } = scope;
  if (!filters.commune || version) return [];
  return sql(
    tx,
    `select operator_code as "operatorCode", office_code as "officeCode", count(*) as "closed",
       count(*) filter (where outcome = 'EMI' and coalesce(delivery_place = any($4::text[]), false)) as "toAddress"
     from audit.closed_parcel
     where closed_at >= $1 and closed_at < $2 and office_code is not null and ($3::text is null or operator_code = $3) and ${inPlace(5)}
     group by operator_code, office_code order by operator_code, office_code`,
    [period.from, period.until, filters.operator ?? null, TO_ADDRESS_PLACES, ...placeParams(scope)],
  );
}

function params(scope: Scope): unknown[] {
  return [...totalsParams(scope), scope.filters.operator ?? null, TO_ADDRESS_PLACES];
}

const TO_ADDRESS_PLACES = DELIVERY_PLACE_CODES.filter((place) => DELIVERY_PLACES[place].toAddress);
const TO_ADDRESS = `outcome = 'EMI' and delivery_place = any($8::text[])`;

// One pass over the totals, to one row per combination that any figure asks for.
const STATEMENT = `
with parcel as materialized (
  select operator_code, outcome, delivery_place, failure_reason, at_once, ${TO_ADDRESS} as to_address, sum(parcels) as parcels
  from audit.parcel_period where ${OF_OPERATOR}
  group by operator_code, outcome, delivery_place, failure_reason, at_once
),
operator as (
  select operator_code as code, sum(parcels) as closed, coalesce(sum(parcels) filter (where to_address), 0) as to_address
  from parcel group by operator_code
),
outcome as (select outcome, sum(parcels) as count from parcel group by outcome),
place as (select delivery_place as place, sum(parcels) as count from parcel where delivery_place <> '' group by delivery_place),
failure as (select failure_reason as reason, sum(parcels) as count from parcel where failure_reason <> '' group by failure_reason)
select coalesce(sum(parcels), 0)::bigint as "closed",
  coalesce(sum(parcels) filter (where to_address), 0)::bigint as "toAddress",
  coalesce(sum(parcels) filter (where outcome = 'EMI'), 0)::bigint as "validlyDelivered",
  coalesce(sum(parcels) filter (where at_once), 0)::bigint as "firstAttempt",
  coalesce((select jsonb_agg(jsonb_build_object('code', code, 'closed', closed, 'toAddress', to_address) order by code) from operator), '[]')
    as operators,
  coalesce((select jsonb_agg(jsonb_build_object('outcome', outcome, 'count', count) order by outcome) from outcome), '[]') as outcomes,
  coalesce((select jsonb_agg(jsonb_build_object('place', place, 'count', count) order by place) from place), '[]') as "deliveryPlaces",
  coalesce((select jsonb_agg(jsonb_build_object('reason', reason, 'count', count) order by count desc, reason) from failure), '[]') as "failures"
from parcel`;
