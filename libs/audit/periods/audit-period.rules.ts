import { addDays, boundsOf, localDay, localQuarter, parsePeriod, periodKey, shiftPeriod, startOfDay } from '@choxa/standards';
import { auditProblem } from '../audit.problems.js';

/** Years in which a day can be written with four digits and the platform can have been running. */
const YEARS = { first: 2000, last: 2099 } as const;

/** A quarter, a year to the end of a quarter, or a year in local time. */
export interface AuditPeriod {
  /** `2026-Q3`, `2026-Q3-YTD` or `2026`. */
  key: string;
  /** First instant that belongs to it. */
  from: Date;
  /** First instant that no longer does. */
  until: Date;
}

/** Reads a period's key; without one, the quarter in which `now` lies. @throws Problem `period.unknown` */
export function readPeriod(key: string | undefined, now: Date): AuditPeriod {
  const read = parsePeriod(key || localQuarter(now));
  if (!read.ok || read.period.year < YEARS.first || read.period.year > YEARS.last)
    throw auditProblem('period.unknown', { errors: [{ pointer: '/period', code: 'period', detail: 'Like 2026-Q3, 2026-Q3-YTD or 2026' }] });
  const known = periodKey(read.period);
  return { key: known, ...boundsOf(known) };
}

/**
 * The first instant at which a return no longer takes a line out of the period: `returnDays` whole local days after its last day.
 * Period 2026-Q3 with 15 days: a return on 15 October still counts, one on 16 October does not.
 */
export function cutOffOf(period: AuditPeriod, returnDays: number): Date {
  return startOfDay(addDays(localDay(period.until), returnDays));
}

/** The last `count` quarters up to the one in which the period ends, oldest first. */
export function quartersUpTo({ until }: AuditPeriod, count: number): AuditPeriod[] {
  const last = parsePeriod(localQuarter(new Date(until.getTime() - 1)));
  if (!last.ok) return [];
  return Array.from({ length: count }, (_, index) => {
    const key = periodKey(shiftPeriod(last.period, index + 1 - count));
    return { key, ...boundsOf(key) };
  });
}

/** Keys of all quarters from the one of `first` (at the latest the current one) to the one of `now`, newest first. */
export function quartersSince(first: Date | null, now: Date): string[] {
  const oldest = localQuarter(first && first < now ? first : now);
  const keys = [localQuarter(now)];
  while (keys.at(-1) !== oldest) {
    const read = parsePeriod(keys.at(-1)!);
    if (!read.ok || read.period.year <= YEARS.first) break;
    keys.push(periodKey(shiftPeriod(read.period, -1)));
  }
  return keys;
}
