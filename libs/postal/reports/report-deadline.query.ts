import { addDays, boundsOf, localDay, localQuarter, parsePeriod, periodDays, periodKey, shiftPeriod } from '@choxa/standards';
import { sql, type Tx } from '@choxa/platform';

/** Until when a quarter's report is in time, and from when its operator is reminded. */
export interface ReportDeadline {
  dueOn: string;
  remindFrom: string;
  /** What the deadline rests on. */
  basis: string;
}

/** By the row that holds on the first day after the quarter (`2026-Q3`). */
export async function reportDeadline(tx: Tx, quarter: string): Promise<ReportDeadline> {
  const [row] = await sql<{ daysAfter: number; remindDays: number; basis: string }>(tx, DEADLINE, [localDay(boundsOf(quarter).until)]);
  const { daysAfter, remindDays, basis } = row!;
  const dueOn = dueDay(quarter, daysAfter);
  return { dueOn, remindFrom: addDays(dueOn, -remindDays), basis };
}

/** The quarter that ended last. */
export function lastQuarter(now: Date): string {
  const read = parsePeriod(localQuarter(now));
  if (!read.ok) throw new RangeError(localQuarter(now));
  return periodKey(shiftPeriod(read.period, -1));
}

/** The last day on which a quarter's report is in time. */
function dueDay(quarter: string, daysAfter: number): string {
  const read = parsePeriod(quarter);
  if (!read.ok) throw new RangeError(quarter);
  const { nextDay } = periodDays(read.period);
  return addDays(nextDay, daysAfter - 1);
}

// The first row holds for all quarters before it, so that there is always one.
const DEADLINE = `
  select days_after as "daysAfter", remind_days as "remindDays", basis from postal.report_deadline
   order by valid_from <= $1::date and (valid_to is null or valid_to > $1::date) desc, valid_from limit 1`;
