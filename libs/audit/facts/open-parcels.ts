import { sql, type Tx } from '@choxa/platform';
import type { Scope } from '../scope/scope.js';
import { placeParams, inPlace } from '../scope/scope.sql.js';
import { OPEN_AT_SOME_END } from './accepted-parcel.entity.js';

/** How long a parcel has been open: the band's name and its first day no longer in it; whole days since acceptance. */
const BANDS = [
  ['under_3', 3],
  ['under_7', 7],
  ['under_14', 14],
  ['under_30', 30],
  ['from_30', null],
] as const;

export const OPEN_BANDS = BANDS.map(([band]) => band);
export type OpenBand = (typeof OPEN_BANDS)[number];

export interface OpenParcels {
  band: OpenBand;
  count: number;
}

/** Parcels open at the end of the period, or now while it runs, by age, the youngest first; of a closed version as they were frozen. */
export async function countOpenParcels(tx: Tx, scope: Scope): Promise<OpenParcels[]> {
  const rows = scope.version ? await frozen(tx, scope) : await live(tx, scope);
  const counts = new Map(rows.map(({ band, count }) => [band, count]));
  return OPEN_BANDS.map((band) => ({ band, count: counts.get(band) ?? 0 }));
}

/** Keeps them as version `version` of the period. */
export async function freezeOpenParcels(tx: Tx, asked: Moment, version: number): Promise<void> {
  await sql(
    tx,
    `insert into audit.open_period (period, version, province_code, commune_code, operator_code, band, parcels)
     select $3, $4, province_code, commune_code, operator_code, ${BAND}, count(*) from audit.accepted_parcel where ${OPEN}
     group by province_code, commune_code, operator_code, ${BAND}`,
    [...momentOf(asked), asked.period.key, version],
  );
}

type Moment = Pick<Scope, 'period' | 'asOf'>;

function live(tx: Tx, scope: Scope): Promise<OpenParcels[]> {
  return sql(
    tx,
    `select ${BAND} as band, count(*)::int as count from audit.accepted_parcel
     where ${OPEN} and ($3::text is null or operator_code = $3) and ${inPlace(4)} group by 1`,
    [...momentOf(scope), scope.filters.operator ?? null, ...placeParams(scope)],
  );
}

function frozen(tx: Tx, scope: Scope): Promise<OpenParcels[]> {
  return sql(
    tx,
    `select band, sum(parcels)::int as count from audit.open_period
     where period = $1 and version = $2 and ($3::text is null or operator_code = $3) and ${inPlace(4)} group by band`,
    [scope.period.key, scope.version, scope.filters.operator ?? null, ...placeParams(scope)],
  );
}

/** The end of the period and whether it has passed; while it runs, now. */
function momentOf({ period, asOf }: Moment): [Date, boolean] {
  const ended = period.until <= asOf;
  return [ended ? period.until : asOf, ended];
}

// `$1`: the moment, `$2`: whether it is the end of a quarter. The last condition is true of whatever the others let through: an index holds it.
const OPEN = `accepted_at < $1 and (closed_at is null or ($2::boolean and closed_at >= $1)) and (${OPEN_AT_SOME_END})`;
const BAND = `case ${BANDS.map(([band, days]) =>
  days === null ? `else '${band}' end` : `when accepted_at > $1::timestamptz - interval '${days} days' then '${band}'`,
).join(' ')}`;
