import { servedServices } from './open-points.query.js';
import { pointIndicator, sumOf } from './point-indicator.js';

/** Indicator 14. */
export const PUBLIC_SERVICE_POINTS = pointIndicator({
  number: 14,
  titleVi: 'Tỷ lệ điểm phục vụ bưu chính đủ điều kiện cung cấp dịch vụ công',
  titleEn: 'Share of postal service points able to serve public services',
  measure: 'share',
  unit: 'servicePoints',
  methods: [
    {
      version: '14.1',
      basis: '689/QĐ-BTTTT (2024-05-02), 654/QĐ-TTg',
      validFrom: '2024-05-02',
      validTo: null,
      target: null,
      returnDays: 0,
      formula: '|{o : open on the last day, able to serve public services}| / |{o : open on the last day}|',
      textVi:
        'Tử số: số điểm phục vụ đủ điều kiện cung cấp dịch vụ công trong số điểm đang mở vào ngày cuối kỳ (kỳ chưa hết: hôm nay). Mẫu số: mọi điểm phục vụ đang ' +
        'mở ngày đó, không tính trung tâm khai thác. Bên cạnh: số lượt dịch vụ công đã phục vụ tại quầy trong kỳ, theo loại. Tỷ lệ làm tròn xuống hai chữ số ' +
        'thập phân; không có điểm nào thì không có tỷ lệ.',
      textEn:
        'Numerator: service points able to serve public services among those open on the last day of the period (today, while it runs). Denominator: all ' +
        'points open on that day, hubs left out. Beside it: public services served at counters in the period, by kind. Shares are rounded down to two ' +
        'decimals; without a point there is no share.',
    },
  ],
  count: (points) => ({ numerator: sumOf(points, 'publicService'), denominator: sumOf(points, 'points') }),
  sides: async (tx, scope) => {
    const kinds = await servedServices(tx, scope);
    const served = kinds.reduce((sum, kind) => sum + kind.served, 0);
    const side = (key: string, numerator: number) => ({ key, numerator, denominator: null, unit: 'services' });
    return [side('served', served), ...kinds.map((kind) => side(`served_${kind.kind}`, kind.served))];
  },
});
