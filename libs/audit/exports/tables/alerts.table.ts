import { fallAlerts } from '../../alerts/fall-alerts.query.js';
import type { AuditTable } from '../audit-table.js';

/** Shares that fell by more than their threshold, of all quarters. */
export const ALERTS: AuditTable = {
  key: 'alerts',
  titleVi: 'Tỷ lệ giảm quá ngưỡng',
  titleEn: 'Shares that fell too far',
  columns: [
    { key: 'period', titleVi: 'Quý', titleEn: 'Quarter', kind: 'text' },
    { key: 'indicator', titleVi: 'Chỉ tiêu', titleEn: 'Indicator', kind: 'int' },
    { key: 'placeCode', titleVi: 'Mã nơi', titleEn: 'Code of the place', kind: 'text' },
    { key: 'placeName', titleVi: 'Nơi', titleEn: 'Place', kind: 'text' },
    { key: 'shareBefore', titleVi: 'Quý trước', titleEn: 'Quarter before', kind: 'percent' },
    { key: 'share', titleVi: 'Quý này', titleEn: 'This quarter', kind: 'percent' },
    { key: 'fellPoints', titleVi: 'Giảm (điểm phần trăm)', titleEn: 'Fell by (percentage points)', kind: 'decimal' },
    { key: 'thresholdPoints', titleVi: 'Ngưỡng', titleEn: 'Threshold', kind: 'decimal' },
  ],
  async rows(tx, { scope, places }, limit) {
    const alerts = await fallAlerts(tx, scope.area, places, limit);
    return alerts.map(({ raisedAt: _raisedAt, placeKind, placeName, ...alert }) => ({
      ...alert,
      placeName: placeKind === 'nation' ? 'Toàn quốc / Nation' : placeName,
    }));
  },
  method: () => [
    'Một tỷ lệ được nêu khi thấp hơn quý trước quá ngưỡng đang có hiệu lực; so khi kỳ hết hạn nhận hàng trả, mỗi quý một lần. / ' +
      'A share is named when it is lower than in the quarter before by more than the threshold in force; compared once per quarter, after its cut-off.',
  ],
};
