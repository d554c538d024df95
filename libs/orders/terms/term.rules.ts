import { addDays, addMonths, localDay, startOfDay } from '@choxa/standards';

export type TermUnit = 'hour' | 'day' | 'working_day' | 'month';

/** A row of the dated table of terms. */
export interface Term {
  kind: string;
  setCode: string;
  amount: number;
  unit: TermUnit;
  basis: string;
}

/** The term for goods of a set: its own row, else the row for all. Null: nothing is said about it. */
export function termOf(terms: readonly Term[], kind: string, setCode = ''): Term | null {
  const ofKind = terms.filter((term) => term.kind === kind);
  return ofKind.find((term) => term.setCode === setCode) ?? ofKind.find((term) => term.setCode === '') ?? null;
}

/**
 * The instant at which a term that began at `from` is over (it no longer belongs to it). Hours run through; days, working days and months end
 * with their last local day.
 */
export function endOfTerm({ amount, unit }: Pick<Term, 'amount' | 'unit'>, from: Date, afterWorkingDays: string): Date {
  if (unit === 'hour') return new Date(from.getTime() + amount * 3_600_000);
  const day = localDay(from);
  const last = unit === 'day' ? addDays(day, amount) : unit === 'month' ? addMonths(day, amount) : afterWorkingDays;
  return startOfDay(addDays(last, 1));
}
