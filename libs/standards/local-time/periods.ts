import { StandardError, type Result } from '../failure/standard-error.js';
import { addMonths, localDay, startOfDay, type InstantRange } from './days.js';

/** A period of reporting: a calendar quarter in local time, or a whole year. */
export type Period =
  { readonly kind: 'quarter'; readonly year: number; readonly quarter: 1 | 2 | 3 | 4 } | { readonly kind: 'year'; readonly year: number };

const ROMAN = ['I', 'II', 'III', 'IV'] as const;

/** Reads `2026-Q3` or `2026`. */
export function parsePeriod(text: string): Result<{ readonly period: Period }, 'time.period'> {
  const match = typeof text === 'string' ? /^([1-9][0-9]{3})(?:-Q([1-4]))?$/.exec(text) : null;
  if (match === null) return { ok: false, code: 'time.period' };
  const year = Number(match[1]);
  if (match[2] === undefined) return { ok: true, period: { kind: 'year', year } };
  return { ok: true, period: { kind: 'quarter', year, quarter: Number(match[2]) as 1 | 2 | 3 | 4 } };
}

/** The key of a period, as {@link parsePeriod} reads it: `2026-Q3`, `2026`. */
export function periodKey(period: Period): string {
  return period.kind === 'quarter' ? `${period.year}-Q${period.quarter}` : String(period.year);
}

/** A period as people read it: `Quý III năm 2026`, `Q3 2026`; `Năm 2026`, `2026`. */
export function formatPeriod(period: Period, language: 'vi' | 'en' = 'vi'): string {
  if (period.kind === 'year') return language === 'vi' ? `Năm ${period.year}` : String(period.year);
  return language === 'vi' ? `Quý ${ROMAN[period.quarter - 1]} năm ${period.year}` : `Q${period.quarter} ${period.year}`;
}

/** The days of a period: `firstDay` belongs to it, `nextDay` is the first one after it. */
export function periodDays(period: Period): { readonly firstDay: string; readonly nextDay: string } {
  const firstDay = `${period.year}-${String(period.kind === 'quarter' ? period.quarter * 3 - 2 : 1).padStart(2, '0')}-01`;
  return { firstDay, nextDay: addMonths(firstDay, period.kind === 'quarter' ? 3 : 12) };
}

/** The instants between which a period lasts: midnight in Vietnam, so 17:00 UTC of the day before. */
export function periodBounds(period: Period): InstantRange {
  const { firstDay, nextDay } = periodDays(period);
  return { from: startOfDay(firstDay), until: startOfDay(nextDay) };
}

/** From the first day of the year until the end of the period. */
export function yearToDateBounds(period: Period): InstantRange {
  return { from: startOfDay(`${period.year}-01-01`), until: periodBounds(period).until };
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

/** The period of the same kind `count` periods later, or earlier when negative. */
export function shiftPeriod(period: Period, count: number): Period {
  if (period.kind === 'year') return { kind: 'year', year: period.year + count };
  const quarters = period.year * 4 + period.quarter - 1 + count;
  return { kind: 'quarter', year: Math.floor(quarters / 4), quarter: ((((quarters % 4) + 4) % 4) + 1) as 1 | 2 | 3 | 4 };
}
