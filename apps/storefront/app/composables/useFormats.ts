import { formatVnd } from '@choxa/standards';

const ZONE = 'Asia/Ho_Chi_Minh';

/** Money, numbers and dates the way the page's language writes them; times are always those of Vietnam. */
export function useFormats() {
  const { locale } = useI18n();
  const tag = computed(() => (locale.value === 'en' ? 'en-GB' : 'vi-VN'));
  return {
    /** Integer đồng → `1.234.567 ₫`, the same in both languages. */
    money: (vnd: number) => formatVnd(vnd),
    count: (value: number) => new Intl.NumberFormat(tag.value).format(value),
    /** `4.6` → `4,6`, always with one decimal. */
    decimal: (value: number) => new Intl.NumberFormat(tag.value, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value),
    /** A date (`2026-11-21`) or an instant → `21/11/2026`. */
    day: (value: string) =>
      new Intl.DateTimeFormat(tag.value, { timeZone: ZONE, day: '2-digit', month: '2-digit', year: 'numeric' }).format(instantOf(value)),
    /** An instant → `21/11/2026 14:05`. */
    moment: (value: string) =>
      `${new Intl.DateTimeFormat(tag.value, { timeZone: ZONE, day: '2-digit', month: '2-digit', year: 'numeric' }).format(instantOf(value))} ${new Intl.DateTimeFormat(
        tag.value,
        { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
      ).format(instantOf(value))}`,
  };
}

function instantOf(value: string): Date {
  return new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00+07:00` : value);
}
