import { pointIndicator } from './point-indicator.js';

/** Indicator 6. */
export const STAFFED_COMMUNES = pointIndicator({
  number: 6,
  titleVi: 'Tỷ lệ xã có điểm phục vụ bưu chính có người phục vụ',
  titleEn: 'Share of communes with a staffed postal service point',
  measure: 'share',
  unit: 'communes',
  methods: [
    {
      version: '6.1',
      basis: '689/QĐ-BTTTT (2024-05-02), 654/QĐ-TTg',
      validFrom: '2024-05-02',
      validTo: null,
      target: null,
      returnDays: 0,
      formula: '|{communes with a staffed point open on the last day}| / |{communes}|',
      textVi:
        'Tử số: số xã, phường, đặc khu có ít nhất một điểm phục vụ có người của doanh nghiệp làm việc, đang mở vào ngày cuối kỳ (kỳ chưa hết: hôm nay). ' +
        'Mẫu số: mọi xã, phường, đặc khu trong phạm vi. Theo danh bạ bưu cục do doanh nghiệp khai. Tỷ lệ làm tròn xuống hai chữ số thập phân.',
      textEn:
        'Numerator: communes with at least one service point where somebody of the operator works, open on the last day of the period (today, while it runs). ' +
        'Denominator: all communes asked for. By the operators’ own registers of offices. Shares are rounded down to two decimals.',
    },
  ],
  ofCommunes: true,
  count: (points, communes) => {
    const staffed = new Set(points.filter((row) => row.staffed > 0).map(({ communeCode }) => communeCode));
    return { numerator: communes.filter(({ code }) => staffed.has(code)).length, denominator: communes.length };
  },
});
