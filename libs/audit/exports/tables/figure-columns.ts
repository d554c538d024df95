import type { Counted, Headline, Indicator } from '../../indicators/indicator.js';
import { methodFor } from '../../indicators/indicator.js';
import { valueOf } from '../../indicators/measure.rules.js';
import type { Scope } from '../../scope/scope.js';
import type { TableColumn, TableHeadline, TableRow } from '../audit-table.js';

/** A figure and the same without self-dealing, side by side. */
export const FIGURE_COLUMNS: readonly TableColumn[] = [
  { key: 'numerator', titleVi: 'Tử số', titleEn: 'Numerator', kind: 'int' },
  { key: 'denominator', titleVi: 'Mẫu số', titleEn: 'Denominator', kind: 'int' },
  { key: 'value', titleVi: 'Kết quả', titleEn: 'Value', kind: 'decimal' },
  { key: 'netNumerator', titleVi: 'Tử số không kể tự mua', titleEn: 'Numerator without self-dealing', kind: 'int' },
  { key: 'netDenominator', titleVi: 'Mẫu số không kể tự mua', titleEn: 'Denominator without self-dealing', kind: 'int' },
  { key: 'netValue', titleVi: 'Kết quả không kể tự mua', titleEn: 'Value without self-dealing', kind: 'decimal' },
];

/** The cells of {@link FIGURE_COLUMNS}. */
export function figureCells({ measure }: Pick<Indicator, 'measure'>, { numerator, denominator, net }: Headline): TableRow {
  return {
    numerator,
    denominator,
    value: valueOf(measure, numerator, denominator),
    netNumerator: net?.numerator ?? null,
    netDenominator: net?.denominator ?? null,
    netValue: net && valueOf(measure, net.numerator, net.denominator),
  };
}

/** A figure as what stands above a table. */
export function headlineOf(indicator: Indicator, { period }: Pick<Scope, 'period'>, { numerator, denominator }: Counted): TableHeadline {
  const { version } = methodFor(indicator, period);
  const { measure } = indicator;
  return { numerator, denominator, measure, value: valueOf(measure, numerator, denominator), methodVersion: version };
}

/** How an indicator is counted in a period, in both languages. */
export function methodLines(indicator: Indicator, { period }: Pick<Scope, 'period'>): string[] {
  const { version, basis, formula, textVi, textEn } = methodFor(indicator, period);
  return [`Chỉ tiêu / Indicator ${indicator.number}, ${version}, ${basis}: ${formula}`, textVi, textEn];
}
