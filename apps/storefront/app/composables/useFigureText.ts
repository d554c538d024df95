import { formatVnd } from '@choxa/standards';
import type { Indicator } from '~/types/desk';

type Measure = Indicator['measure'];

/** Numerator and denominator of one figure; `number`: of the indicator, some of which say it in words of their own. */
interface MadeOf {
  numerator: number;
  /** Null for a plain count. */
  denominator: number | null;
  unit: string;
  number?: number;
}

const MINUTES_OF_AN_HOUR = 60;

/** Figures in the words of the page's language, as the API cut them and never rounded here. */
export function useFigureText() {
  const { t, te } = useI18n();
  const { count } = useFormats();
  const { inWriting, percent } = useShare();
  const isPercent = (measure: Measure) => measure === 'share' || measure === 'growth';

  function amount(value: number, unit: string): string {
    if (unit === 'vnd') return formatVnd(value);
    return count(unit === 'minutes' ? value / MINUTES_OF_AN_HOUR : value);
  }

  /** `66.66` of a share → `66,66 %`; `1.25` per head → `1,25`; `36.5` hours → `36,5 giờ`; null → "none arose", or why there is none. */
  function valueText(measure: Measure, value: string | null): string {
    if (value === null) return t(`audit.none.${measure}`);
    if (isPercent(measure)) return percent(value);
    return measure === 'hours' ? t('audit.hours', { hours: inWriting(value) }) : inWriting(value);
  }

  /** `2 / 3`, for cells of tables, or what the `key` of a text makes of it. */
  function partText({ numerator, denominator, unit }: MadeOf, key = 'audit.part'): string {
    if (denominator === null) return amount(numerator, unit);
    // What is above may be money or time; what is below is the same only where money is compared.
    return t(key, { numerator: amount(numerator, unit), denominator: unit === 'vnd' ? formatVnd(denominator) : count(denominator) });
  }

  return {
    valueText,
    partText,
    targetText: (measure: Measure, target: string) =>
      isPercent(measure) ? t('stat.target', { target: inWriting(target) }) : t('audit.target', { target: valueText(measure, target) }),
    /** What a value is made of: `2 trên 3 sản phẩm`. */
    ofText(made: MadeOf): string {
      const own = `audit.made.${made.number}`;
      if (made.number !== undefined && te(own)) return partText(made, own);
      const said = partText(made, 'stat.of');
      return te(`audit.unit.${made.unit}`) ? `${said} ${t(`audit.unit.${made.unit}`)}` : said;
    },
  };
}
