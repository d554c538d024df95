import { formatVnd } from '@choxa/standards';
import type { FigureBesideOurs } from '~/types/desk';

/** Reported figures and our own, in words. */
export function useReportedAmounts() {
  const { t } = useI18n();
  const { count } = useFormats();
  const { inWriting } = useShare();
  const amount = (indicator: string, value: number) => (indicator === '1' ? formatVnd(value) : count(value));

  return {
    /** `40 trên 45`, money against the year before; only the numerator where there is no denominator, or none the operator reports. */
    amountsText(indicator: string, amounts: FigureBesideOurs['ours'], absent: string): string {
      if (!amounts) return absent;
      const numerator = amount(indicator, amounts.numerator);
      const whole = indicator === '2' || indicator === '5' ? null : amounts.denominator;
      return whole === null
        ? numerator
        : t(indicator === '1' ? 'audit.made.1' : 'stat.of', { numerator, denominator: amount(indicator, whole) });
    },
    /** `-1 (-50,00 %)`, or that it is the same. */
    differenceText({ indicator, difference, percent, differs }: FigureBesideOurs): string {
      if (difference === null) return '–';
      if (!differs) return t('auditOperators.same');
      if (difference === 0) return t('auditOperators.wholeDiffers');
      const signed = `${difference > 0 ? '+' : ''}${amount(indicator, difference)}`;
      return percent === null ? signed : `${signed} (${inWriting(percent)} %)`;
    },
  };
}
