import { canBeCutTo, headlinesOf, methodFor } from '../../indicators/indicator.js';
import type { Measure } from '../../indicators/measure.rules.js';
import { INDICATORS } from '../../indicators/registry.js';
import type { Scope } from '../../scope/scope.js';
import type { AuditTable, TableRow } from '../audit-table.js';
import { FIGURE_COLUMNS, figureCells, methodLines } from './figure-columns.js';

const UNITS: Record<Measure, string> = {
  share: '%',
  growth: '% so với kỳ trước / % against the period before',
  per_head: 'trên một đơn vị mẫu số / per one of the denominator',
  hours: 'giờ, tử số là phút / hours, the numerator in minutes',
};

const ableFor = (scope: Scope) => INDICATORS.filter((indicator) => canBeCutTo(indicator, scope));

/** Every indicator that can answer for the scope. */
export const BOARD: AuditTable = {
  key: 'board',
  titleVi: 'Bảng chỉ tiêu',
  titleEn: 'Board of indicators',
  columns: [
    { key: 'number', titleVi: 'Số', titleEn: 'No.', kind: 'int' },
    { key: 'title', titleVi: 'Chỉ tiêu', titleEn: 'Indicator', kind: 'text' },
    ...FIGURE_COLUMNS,
    { key: 'unit', titleVi: 'Đơn vị', titleEn: 'Unit', kind: 'text' },
    { key: 'target', titleVi: 'Mục tiêu', titleEn: 'Target', kind: 'decimal' },
    { key: 'method', titleVi: 'Phiên bản cách tính', titleEn: 'Method version', kind: 'text' },
  ],
  async rows(tx, { scope, places }) {
    const rows: TableRow[] = [];
    for (const indicator of ableFor(scope)) {
      const { version, target } = methodFor(indicator, scope.period);
      const [headline] = await headlinesOf(tx, indicator, [scope], places);
      rows.push({
        number: indicator.number,
        title: `${indicator.titleVi} / ${indicator.titleEn}`,
        ...figureCells(indicator, headline!),
        unit: UNITS[indicator.measure],
        target,
        method: version,
      });
    }
    return rows;
  },
  method: ({ scope }) => ableFor(scope).flatMap((indicator) => methodLines(indicator, scope)),
};
