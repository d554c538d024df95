import { readTrend } from '../../indicators/trend.query.js';
import type { AuditTable } from '../audit-table.js';
import { cuttingOf, OF_AN_INDICATOR } from './breakdown.table.js';
import { FIGURE_COLUMNS, figureCells } from './figure-columns.js';

/** An indicator over the last eight quarters. */
export const TREND: AuditTable = {
  ...OF_AN_INDICATOR,
  key: 'trend',
  titleVi: 'Diễn biến của chỉ tiêu',
  titleEn: 'Trend of an indicator',
  columns: [
    { key: 'period', titleVi: 'Quý', titleEn: 'Quarter', kind: 'text' },
    { key: 'version', titleVi: 'Phiên bản đã chốt', titleEn: 'Closed version', kind: 'int' },
    ...FIGURE_COLUMNS,
  ],
  async rows(tx, question) {
    const { indicator } = cuttingOf(question);
    const points = await readTrend(tx, indicator, question.scope, question.places);
    return points.map(({ scope: { period, version }, headline }) => ({
      period: period.key,
      version: version || null,
      ...figureCells(indicator, headline),
    }));
  },
};
