import { addDays, localDay, parsePhone } from '@choxa/standards';
import type { Duty } from '~/types/desk';

type Translate = (key: string) => string;

/** Pages of the household desk that open with each duty; every other page of the desk stays the household's own. */
const PAGES_OF_DUTY: Record<Duty, [first: string, ...others: string[]]> = {
  products: ['/ban-hang/san-pham', '/ban-hang/danh-gia', '/ban-hang/hoi-dap'],
  labels: ['/ban-hang/san-pham'],
  orders: ['/ban-hang/don-hang', '/ban-hang/giao-buu-cuc'],
};

/** Where a clerk begins who was handed these duties. */
export function firstPageOf(duties: readonly Duty[]): string {
  return PAGES_OF_DUTY[duties[0] ?? 'products'][0];
}

/** Whether a page of the household desk comes with one of the duties. */
export function opensUnder(duties: readonly Duty[], path: string): boolean {
  return duties.some((duty) => PAGES_OF_DUTY[duty].some((page) => path.startsWith(page)));
}

/** The last day of something that ends at this instant, the midnight after it. */
export function lastDayOf(endsAt: string): string {
  return localDay(new Date(new Date(endsAt).getTime() - 1));
}

/** The local day in a year, `YYYY-MM-DD`: the longest a delegation lasts. */
export function yearFrom(now: Date): string {
  return addDays(localDay(now), 365);
}

export function phoneFault(phone: string, t: Translate): string {
  return parsePhone(phone).ok ? '' : t('problem.phone.invalid.text');
}

export function termsFaults(
  { duties, until }: { duties: readonly Duty[]; until: string },
  t: Translate,
): { duties: string; until: string } {
  const today = localDay(new Date());
  return {
    duties: duties.length ? '' : t('delegation.wrong.duties'),
    until: until >= today && until <= addDays(today, 366) ? '' : t('delegation.wrong.until'),
  };
}
