import { addMonths, boundsOf, localDay, startOfDay, type InstantRange } from '@choxa/standards';

/** The local month of an instant: `2026-11`. */
export function monthOf(now: Date): string {
  return localDay(now).slice(0, 7);
}

/** The instants of a month (`2026-11`) or a quarter (`2026-Q4`), by local midnight. */
export function rangeOf(period: string): InstantRange {
  if (period.includes('Q')) return boundsOf(period);
  const firstDay = `${period}-01`;
  return { from: startOfDay(firstDay), until: startOfDay(addMonths(firstDay, 1)) };
}

/** As people read it: `Tháng 11 năm 2026`, `Quý 4 năm 2026`. */
export function periodTitle(period: string): string {
  const [year, part] = period.split('-') as [string, string];
  return part.startsWith('Q') ? `Quý ${part.slice(1)} năm ${year}` : `Tháng ${Number(part)} năm ${year}`;
}
