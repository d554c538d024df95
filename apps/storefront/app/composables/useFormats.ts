import { formatVnd } from '@choxa/standards';

const ZONE = 'Asia/Ho_Chi_Minh';

/** Money, numbers and dates the way the page's language writes them; times are always those of Vietnam. */
export function useFormats() {
  const { locale } = useI18n();
  const tag = computed(() => (locale.value === 'en' ? 'en-GB' : 'vi-VN'));
  return {
    /** Integer đồng → `1.234.567 ₫`, the same in both languages. */
    money: (vnd: number) => formatVnd(vnd),
    count: (value: number) => formatsOf(tag.value).count.format(value),
    /** `4.6` → `4,6`, always with one decimal. */
    decimal: (value: number) => formatsOf(tag.value).decimal.format(value),
    /** A date (`2026-11-21`) or an instant → `21/11/2026`. */
    day: (value: string) => formatsOf(tag.value).day.format(instantOf(value)),
    /** An instant → `21/11/2026 14:05`. */
    moment: (value: string) => {
      const { day, time } = formatsOf(tag.value);
      return `${day.format(instantOf(value))} ${time.format(instantOf(value))}`;
    },
  };
}

/** A format is dear to make and cheap to use, so each language's are made once. */
const made = new Map<string, ReturnType<typeof makeFormats>>();

function formatsOf(tag: string): ReturnType<typeof makeFormats> {
  const formats = made.get(tag) ?? makeFormats(tag);
  made.set(tag, formats);
  return formats;
}

function makeFormats(tag: string) {
  return {
    count: new Intl.NumberFormat(tag),
    decimal: new Intl.NumberFormat(tag, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    day: new Intl.DateTimeFormat(tag, { timeZone: ZONE, day: '2-digit', month: '2-digit', year: 'numeric' }),
    time: new Intl.DateTimeFormat(tag, { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  };
}

function instantOf(value: string): Date {
  return new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00+07:00` : value);
}
