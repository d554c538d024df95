import { formatPeriod, parsePeriod } from '@choxa/standards';

/** A period by its key (`2026-Q3`, `2026-Q3-YTD`, `2026`) in the page's language: `Quý III năm 2026`; what is no period stays as it is. */
export function periodNameOf(key: string, locale: string): string {
  const read = parsePeriod(key);
  return read.ok ? formatPeriod(read.period, locale === 'en' ? 'en' : 'vi') : key;
}
