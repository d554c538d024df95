import { formatVnd } from '@choxa/standards';
import type { Indicator } from '~/types/desk';

type Measure = Indicator['measure'];

/** Figures in the words of the page's language, as the API cut them and never rounded here. */
export function useFigureText() {
  const { t, te, locale } = useI18n();
  const { count } = useFormats();
  const { percent } = useShare();
  const inWriting = (value: string) => (locale.value === 'en' ? value : value.replace('.', ','));
  const amount = (value: number, unit: string) => (unit === 'vnd' ? formatVnd(value) : count(value));
  const isPercent = (measure: Measure) => measure === 'share' || measure === 'growth';

  /** `66.66` of a share → `66,66 %`; `1.25` per head → `1,25`; `36.5` hours → `36,5 giờ`; null → "none arose". */
  function valueText(measure: Measure, value: string | null): string {
    if (isPercent(measure) || value === null) return percent(value);
    return measure === 'hours' ? t('audit.hours', { hours: inWriting(value) }) : inWriting(value);
  }

  return {
    valueText,
    targetText: (measure: Measure, target: string) =>
      isPercent(measure) ? t('stat.target', { target: inWriting(target) }) : t('audit.target', { target: valueText(measure, target) }),
    /** What a value is made of: `2 trên 3 sản phẩm`; a plain count where there is no denominator. */
    ofText({ numerator, denominator, unit }: { numerator: number; denominator: number | null; unit: string }): string {
      const counted =
        denominator === null
          ? amount(numerator, unit)
          : t('stat.of', { numerator: amount(numerator, unit), denominator: amount(denominator, unit) });
      return unit !== 'vnd' && te(`audit.unit.${unit}`) ? `${counted} ${t(`audit.unit.${unit}`)}` : counted;
    },
  };
}
