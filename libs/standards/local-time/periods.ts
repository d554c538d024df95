import { StandardError, type Result } from '../failure/standard-error.js';
import { addMonths, localDay, startOfDay, type InstantRange } from './days.js';

type Quarter = 1 | 2 | 3 | 4;

/** A period of reporting in local time: a calendar quarter, the year from its first day to the end of a quarter, or a whole year. */
export type Period =
  | { readonly kind: 'quarter'; readonly year: number; readonly quarter: Quarter }
  | { readonly kind: 'to_date'; readonly year: number; readonly quarter: Quarter }
  | { readonly kind: 'year'; readonly year: number };

const ROMAN = ['I', 'II', 'III', 'IV'] as const;

/** Reads `2026-Q3`, `2026-Q3-YTD` (the year up to the end of that quarter) or `2026`. */
export function parsePeriod(text: string): Result<{ readonly period: Period }, 'time.period'> {
  const match = typeof text === 'string' ? /^([1-9][0-9]{3})(?:-Q([1-4])(-YTD)?)?$/.exec(text) : null;
  if (match === null) return { ok: false, code: 'time.period' };
  const year = Number(match[1]);
  if (match[2] === undefined) return { ok: true, period: { kind: 'year', year } };
  return { ok: true, period: { kind: match[3] ? 'to_date' : 'quarter', year, quarter: Number(match[2]) as Quarter } };
}

/** The key of a period, as {@link parsePeriod} reads it: `2026-Q3`, `2026-Q3-YTD`, `2026`. */
export function periodKey(period: Period): string {
  if (period.kind === 'year') return String(period.year);
  return `${period.year}-Q${period.quarter}${period.kind === 'to_date' ? '-YTD' : ''}`;
}

/** A period as people read it: `Quý III năm 2026`, `Q3 2026`; `Lũy kế đến hết quý III năm 2026`, `2026 to the end of Q3`; `Năm 2026`, `2026`. */
export function formatPeriod(period: Period, language: 'vi' | 'en' = 'vi'): string {
  if (period.kind === 'year') return language === 'vi' ? `Năm ${period.year}` : String(period.year);
  const roman = ROMAN[period.quarter - 1];
  if (period.kind === 'to_date')
    return language === 'vi' ? `Lũy kế đến hết quý ${roman} năm ${period.year}` : `${period.year} to the end of Q${period.quarter}`;
  return language === 'vi' ? `Quý ${roman} năm ${period.year}` : `Q${period.quarter} ${period.year}`;
}

/** The days of a period: `firstDay` belongs to it, `nextDay` is the first one after it. */
export function periodDays(period: Period): { readonly firstDay: string; readonly nextDay: string } {
  const firstDay = `${period.year}-${String(period.kind === 'quarter' ? period.quarter * 3 - 2 : 1).padStart(2, '0')}-01`;
  const months = period.kind === 'quarter' ? 3 : period.kind === 'year' ? 12 : period.quarter * 3;
  return { firstDay, nextDay: addMonths(firstDay, months) };
}

/** The instants between which a period lasts: midnight in Vietnam, so 17:00 UTC of the day before. */
export function periodBounds(period: Period): InstantRange {
  const { firstDay, nextDay } = periodDays(period);
  return { from: startOfDay(firstDay), until: startOfDay(nextDay) };
}

/** Bounds of a period given by its key. @throws StandardError `time.period` */
export function boundsOf(key: string): InstantRange {
  const read = parsePeriod(key);
  if (!read.ok) throw new StandardError(read.code, key);
  return periodBounds(read.period);
}

/** The quarter in which an instant lies: `2026-Q3`. @throws StandardError `time.instant` */
export function localQuarter(instant: Date): string {
  const day = localDay(instant);
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** Keys of all periods in which an instant lies: its quarter, the year to date at the end of that quarter and of later ones, the year. */
export function periodsHolding(instant: Date): string[] {
  const quarter = localQuarter(instant);
  const [year, from] = [Number(quarter.slice(0, 4)), Number(quarter.slice(-1))];
  const toDate = ([1, 2, 3, 4] as const).filter((end) => end >= from).map((end) => periodKey({ kind: 'to_date', year, quarter: end }));
  return [quarter, ...toDate, String(year)];
}

/** The period of the same kind `count` periods later, or earlier when negative; a year to date moves by quarters. */
export function shiftPeriod(period: Period, count: number): Period {
  if (period.kind === 'year') return { kind: 'year', year: period.year + count };
  const quarters = period.year * 4 + period.quarter - 1 + count;
  return { kind: period.kind, year: Math.floor(quarters / 4), quarter: ((((quarters % 4) + 4) % 4) + 1) as Quarter };
}
