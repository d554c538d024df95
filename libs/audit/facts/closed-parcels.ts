import { sql, type Tx } from '@choxa/platform';
import type { ParcelClosedV1, ParcelReopenedV1 } from '@choxa/postal-contract';
import { lockFacts } from './fact-lock.js';
import { lastClosings, SAME_PARCEL_DAYS } from './last-closings.rules.js';
import { OPEN_PERIODS, openAtQuarterEnds } from './open-periods.js';
import { PARCEL_PERIODS } from './parcel-periods.js';
import { addTo, dropEmpty, takeFrom } from './period-totals.js';

// One closed parcel counts once. A correction re-opens it and the post closes it anew; a scan that came late changes its end: the later telling
// holds, in whatever sequence they arrive. Told without a number of the telling, the later end holds.

/** Until `tx` ends nobody else changes facts and totals of parcels: two words about one parcel must see each other's rows. */
export async function lockParcelFacts(tx: Tx): Promise<void> {
  await lockFacts(tx, ['parcels']);
}

/** Keeps what is newer than what is known, and its totals. */
export async function recordClosedParcels(tx: Tx, facts: readonly ParcelClosedV1[]): Promise<void> {
  if (!facts.length) return;
  const told = toldAs(facts);
  await lockParcelFacts(tx);
  await sql(
    tx,
    `${NEWER}, before as (${acceptedAs('told')} and accepted.closed_at is distinct from told.closed_at), uncounted as (${NO_LONGER_OPEN}), gone as (${DROP_KNOWN}) ${NO_LONGER_CLOSED}`,
    [told],
  );
  await sql(
    tx,
    `${NEWER}, added as (${ADD}), accepted as (${CLOSE_ACCEPTED}), counted as (${OPEN_THEN}) ${addTo(PARCEL_PERIODS, 'added')}`,
    [told],
  );
  await dropEmptyTotals(tx);
}

/** The last word about each parcel into a table emptied before, without totals; acceptances come later and look their parcel up. */
export async function refillClosedParcels(tx: Tx, facts: readonly ParcelClosedV1[]): Promise<void> {
  await sql(tx, `insert into audit.closed_parcel select * from ${TOLD} where not ${REOPENED_SINCE} on conflict do nothing`, [
    toldAs(facts),
  ]);
}

/** What was declared wrong counts no more, also when it is told of only later. */
export async function dropReopenedParcels(tx: Tx, facts: readonly ParcelReopenedV1[]): Promise<void> {
  if (!facts.length) return;
  const told = JSON.stringify(lastClosings(facts).map((fact) => ({ ...keyOf(fact) })));
  await lockParcelFacts(tx);
  await sql(
    tx,
    `${REOPENED} insert into audit.reopened_parcel as kept (operator_code, number, closed_at, telling)
     select operator_code, number, closed_at, telling from told
     on conflict (operator_code, number, closed_at) do update set telling = greatest(kept.telling, excluded.telling)`,
    [told],
  );
  await sql(
    tx,
    `${REOPENED}, gone as (${DROP_REOPENED}), before as (${acceptedAs('gone')}), accepted as (${OPEN_ACCEPTED}), uncounted as (${NO_LONGER_OPEN})
     ${NO_LONGER_CLOSED}`,
    [told],
  );
  await dropEmptyTotals(tx);
}

async function dropEmptyTotals(tx: Tx): Promise<void> {
  for (const totals of [PARCEL_PERIODS, OPEN_PERIODS]) await dropEmpty(tx, totals);
}

const keyOf = ({ operatorCode, number, closedAt, telling }: ParcelClosedV1 | ParcelReopenedV1) => ({
  operator_code: operatorCode,
  number,
  closed_at: closedAt,
  telling: telling ?? 0,
});

function toldAs(facts: readonly ParcelClosedV1[]): string {
  return JSON.stringify(
    lastClosings(facts).map((fact) => ({
      ...keyOf(fact),
      outcome: fact.outcome,
      delivery_place: fact.outcome === 'EMI' ? fact.deliveryPlace : null,
      province_code: fact.recipientProvinceCode,
      commune_code: fact.recipientCommuneCode,
      attempts: fact.attempts,
      failure_reason: fact.firstFailure ?? null,
      digital_address: fact.hasDigitalAddress ?? false,
      office_code: fact.deliveryOfficeCode ?? null,
    })),
  );
}

/** SQL: whether `known`, by its instant `at`, is of the parcel of `told`. */
export const sameParcel = (known: string, at: string, told: string) =>
  `${known}.operator_code = ${told}.operator_code and ${known}.number = ${told}.number
   and ${known}.${at} > ${told}.closed_at - interval '${SAME_PARCEL_DAYS} days'
   and ${known}.${at} < ${told}.closed_at + interval '${SAME_PARCEL_DAYS} days'`;
const SAME = sameParcel('known', 'closed_at', 'told');
const NOT_OLDER = '(known.telling, known.closed_at) >= (told.telling, told.closed_at)';

const TOLD = 'json_populate_recordset(null::audit.closed_parcel, $1) told';
const REOPENED_SINCE = `exists (select from audit.reopened_parcel known where ${SAME} and ${NOT_OLDER})`;
const NEWER = `
  with told as (
    select * from ${TOLD}
    where not exists (select from audit.closed_parcel known where ${SAME} and ${NOT_OLDER}) and not ${REOPENED_SINCE}
  )`;
const DROP_KNOWN = `delete from audit.closed_parcel known using told where ${SAME} returning known.*`;
const ADD = `insert into audit.closed_parcel select * from told returning *`;
const CLOSE_ACCEPTED = `
  update audit.accepted_parcel accepted set closed_at = added.closed_at from added
  where ${sameParcel('accepted', 'accepted_at', 'added')} and accepted.closed_at is distinct from added.closed_at returning accepted.*`;

const REOPENED = `with told as (select * from jsonb_populate_recordset(null::audit.reopened_parcel, $1::jsonb))`;
const DROP_REOPENED = `
  delete from audit.closed_parcel known using told
  where ${SAME} and (known.telling, known.closed_at) <= (told.telling, told.closed_at) returning known.*`;
const OPEN_ACCEPTED = `
  update audit.accepted_parcel accepted set closed_at = null from gone where ${sameParcel('accepted', 'accepted_at', 'gone')}`;

/** The acceptances of the parcels of `told` as they were before this statement. */
const acceptedAs = (told: string) =>
  `select accepted.* from audit.accepted_parcel accepted join ${told} on ${sameParcel('accepted', 'accepted_at', told)}`;
const NO_LONGER_OPEN = takeFrom(OPEN_PERIODS, openAtQuarterEnds('before'));
const NO_LONGER_CLOSED = takeFrom(PARCEL_PERIODS, 'gone');
const OPEN_THEN = addTo(OPEN_PERIODS, openAtQuarterEnds('accepted'));
