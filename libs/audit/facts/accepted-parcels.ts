import { sql, type Tx } from '@choxa/platform';
import type { ParcelAcceptedV1 } from '@choxa/postal-contract';
import { lockParcelFacts, sameParcel } from './closed-parcels.js';
import { OPEN_PERIODS, openAtQuarterEnds } from './open-periods.js';
import { POSTING_PERIODS } from './parcel-periods.js';
import { addTo } from './period-totals.js';

/** Keeps parcels handed over, each once, and their totals. What was told before places were named is told again by a rebuild. */
export async function recordAcceptedParcels(tx: Tx, facts: readonly ParcelAcceptedV1[]): Promise<void> {
  if (!facts.length) return;
  await lockParcelFacts(tx);
  await sql(
    tx,
    `with added as (${ADD} returning *), counted as (${addTo(POSTING_PERIODS, 'added')}) ${addTo(OPEN_PERIODS, openAtQuarterEnds('added'))}`,
    [toldAs(facts)],
  );
}

/** The same into tables that nobody else writes to, without the totals. */
export async function refillAcceptedParcels(tx: Tx, facts: readonly ParcelAcceptedV1[]): Promise<void> {
  await sql(tx, ADD, [toldAs(facts)]);
}

function toldAs(facts: readonly ParcelAcceptedV1[]): string {
  return JSON.stringify(
    facts
      .filter((fact) => fact.operatorCode && fact.senderCommuneCode && fact.recipientCommuneCode)
      .map((fact) => ({
        operator_code: fact.operatorCode,
        number: fact.number,
        accepted_at: fact.acceptedAt,
        sender_province_code: fact.senderProvinceCode,
        sender_commune_code: fact.senderCommuneCode,
        province_code: fact.recipientProvinceCode,
        commune_code: fact.recipientCommuneCode,
        by_system: fact.bySystem ?? false,
        postage_vnd: fact.postageVnd ?? null,
      })),
  );
}

const ADD = `
  insert into audit.accepted_parcel
    (operator_code, number, accepted_at, sender_province_code, sender_commune_code, province_code, commune_code, by_system, postage_vnd, closed_at)
  select operator_code, number, accepted_at, sender_province_code, sender_commune_code, province_code, commune_code, by_system, postage_vnd,
    (select known.closed_at from audit.closed_parcel known where ${sameParcel('told', 'accepted_at', 'known')}
      order by known.closed_at desc limit 1)
  from json_populate_recordset(null::audit.accepted_parcel, $1) told
  on conflict (operator_code, number, accepted_at) do nothing`;
