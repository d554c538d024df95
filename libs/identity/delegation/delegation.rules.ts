import { addDays, localDay, localDayBounds } from '@choxa/standards';
import type { Duty } from '@choxa/platform';

/** A delegation is renewed at least once a year: what nobody remembers having given is not trusted. */
const LONGEST_DAYS = 366;

/** The instant a delegation ends whose last local day is `day`; null when that day is over or more than a year away. */
export function endOf(day: string, now: Date): Date | null {
  const today = localDay(now);
  return day < today || day > addDays(today, LONGEST_DAYS) ? null : localDayBounds(day).until;
}

const DUTY_WORDS: Record<Duty, string> = { products: 'đăng bán', labels: 'in nhãn', orders: 'trả lời đơn' };

/** The message with the code that confirms a delegation: it says to whom and for what, so that nobody reads out a code for something else. */
export function delegationMessage(code: string, clerkName: string, duties: readonly Duty[]): string {
  const what = duties.map((duty) => DUTY_WORDS[duty]).join(', ');
  return `${code} là mã Chợ Xã để ${clerkName || 'nhân viên bưu cục'} làm thay hộ bạn: ${what}. Chỉ đọc mã nếu bạn đồng ý. / Code to let a post clerk act for you.`;
}

/** The message with the code of a registration at the counter. */
export function counterMessage(code: string, clerkName: string): string {
  return `${code} là mã Chợ Xã để ${clerkName || 'nhân viên bưu cục'} đăng ký hộ bán hàng cho bạn và làm thay. Chỉ đọc mã nếu bạn đồng ý. / Code to register your household.`;
}
