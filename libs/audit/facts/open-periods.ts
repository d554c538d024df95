import { atQuarterEnds, type PeriodTotals } from './period-totals.js';

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

/** SQL: the band at an instant of the parcel accepted at `accepted_at`. */
export const bandAt = (instant: string) =>
  `case ${BANDS.map(([band, days]) =>
    days === null ? `else '${band}' end` : `when accepted_at > ${instant} - interval '${days} days' then '${band}'`,
  ).join(' ')}`;

/** SQL: of accepted parcels whose end is known one row for each quarter at whose end they were open, that end as `quarter_end`. */
export const openAtQuarterEnds = (accepted: string) => atQuarterEnds(accepted, 'accepted_at', 'closed_at');

/** Parcels that were open when a quarter ended and are closed by now, by recipient's commune, operator and age (`OpenPeriodEntity`). */
export const OPEN_PERIODS: PeriodTotals = {
  table: 'audit.open_period',
  facts: openAtQuarterEnds('audit.accepted_parcel'),
  at: `quarter_end - interval '1 day'`,
  kinds: { province_code: 'province_code', commune_code: 'commune_code', operator_code: 'operator_code', band: bandAt('quarter_end') },
  sums: { parcels: 'count(*)::int' },
};
