import type { ReportVerdict } from '@choxa/postal-contract';
import { addDays, parsePeriod, periodDays } from '@choxa/standards';

/** Where a report stands: not there; there and unanswered, in time or late; given back; accepted. A new version waits again. */
export const REPORT_STATES = ['missing', 'submitted', 'late', 'returned', 'accepted'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** A row of the deadlines: how many days after a quarter's end a report is in time, for quarters that end while it holds. */
export interface DeadlineRow {
  validFrom: string;
  validTo: string | null;
  daysAfter: number;
  basis: string;
}

/** The last day on which a quarter's report is in time, and what that rests on. The first row holds for all quarters before it. */
export function dueOf(quarter: string, rows: readonly DeadlineRow[]): { dueOn: string; basis: string } {
  const read = parsePeriod(quarter);
  if (!read.ok) throw new RangeError(quarter);
  const { nextDay } = periodDays(read.period);
  const holding = rows.find(({ validFrom, validTo }) => validFrom <= nextDay && (validTo === null || nextDay < validTo)) ?? rows[0];
  if (!holding) throw new RangeError('no deadline');
  return { dueOn: addDays(nextDay, holding.daysAfter - 1), basis: holding.basis };
}

/** What is known of an operator's report of a quarter: the local day of its first version, and the answer to its latest. */
export interface ReportStanding {
  firstOn: string | null;
  verdict: ReportVerdict | null;
}

/** In time counts the first version: who is asked to put something right is not late for that. */
export function isOnTime({ firstOn }: ReportStanding, dueOn: string): boolean {
  return firstOn !== null && firstOn <= dueOn;
}

export function stateOf(standing: ReportStanding, dueOn: string): ReportState {
  if (standing.firstOn === null) return 'missing';
  return standing.verdict ?? (isOnTime(standing, dueOn) ? 'submitted' : 'late');
}
