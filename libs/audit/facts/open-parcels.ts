import { sql, type Tx } from '@choxa/platform';
import type { Scope } from '../scope/scope.js';
import { inPlace, placeParams } from '../scope/scope.sql.js';
import { bandAt, OPEN_BANDS, type OpenBand } from './open-periods.js';
import { quartersOf } from './periods-read.js';

export interface OpenParcels {
  band: OpenBand;
  count: number;
}

/** Parcels open at the end of the period, or now while it runs, by age, the youngest first; of a closed version as they were frozen. */
export async function countOpenParcels(tx: Tx, scope: Scope): Promise<OpenParcels[]> {
  const of = `($4::text is null or operator_code = $4) and ${inPlace(5)}`;
  const rows = await sql<OpenParcels>(tx, `select band, sum(parcels)::int as count from (${open(of)}) open group by band`, [
    ...readParams(scope),
    scope.filters.operator ?? null,
    ...placeParams(scope),
  ]);
  const counts = new Map(rows.map(({ band, count }) => [band, count]));
  return OPEN_BANDS.map((band) => ({ band, count: counts.get(band) ?? 0 }));
}

/** Keeps them as version `version` of the period. */
export async function freezeOpenParcels(tx: Tx, asked: Pick<Scope, 'period' | 'asOf'>, version: number): Promise<void> {
  await sql(
    tx,
    `insert into audit.open_period (period, version, province_code, commune_code, operator_code, band, parcels)
     select $4, $5, province_code, commune_code, operator_code, band, sum(parcels) from (${open('true')}) open
     group by province_code, commune_code, operator_code, band`,
    [...readParams({ ...asked, version: 0 }), asked.period.key, version],
  );
}

/**
 * SQL: open parcels `of` some place and operator, in rows that count. Which of those closed by now were open at the end of a quarter has been
 * summed up; the others are open still and few. `$1`…`$3` are {@link readParams}.
 */
const open = (of: string) => `
  select province_code, commune_code, operator_code, band, parcels from audit.open_period where period = $1 and version = $2 and ${of}
  union all
  select province_code, commune_code, operator_code, ${bandAt('$3::timestamptz')}, 1 from audit.accepted_parcel
   where closed_at is null and accepted_at < $3 and ${of}`;

/** Totals of which period (none while it runs) and version, and the moment of those open still (none of a closed version: it has them all). */
function readParams({ period, version, asOf }: Pick<Scope, 'period' | 'version' | 'asOf'>): [string | null, number, Date | null] {
  if (version) return [period.key, version, null];
  return period.until <= asOf ? [quartersOf(period.key).at(-1)!, 0, period.until] : [null, 0, asOf];
}
