import { localDay } from '@choxa/standards';

/** Periods of a household's money: a month `2026-11` or a quarter `2026-Q4`, in Vietnam. */
export function monthOf(now: Date): string {
  return localDay(now).slice(0, 7);
}

/** The period of the same kind so many later, or earlier when negative. */
export function shiftPeriod(period: string, count: number): string {
  const quarterly = period.includes('Q');
  const perYear = quarterly ? 4 : 12;
  const at = Number(period.slice(0, 4)) * perYear + Number(period.slice(quarterly ? 6 : 5)) - 1 + count;
  const part = (at % perYear) + 1;
  return `${Math.floor(at / perYear)}-${quarterly ? `Q${part}` : String(part).padStart(2, '0')}`;
}

/** The quarter a month lies in; of a quarter its last month. */
export function otherKind(period: string): string {
  const year = period.slice(0, 4);
  if (period.includes('Q')) return `${year}-${String(Number(period.slice(6)) * 3).padStart(2, '0')}`;
  return `${year}-Q${Math.ceil(Number(period.slice(5)) / 3)}`;
}
