import { pointIndicator, sumOf } from './point-indicator.js';

/** Indicator 5. */
export const SERVICE_POINTS = pointIndicator({
  number: 5,
  titleVi: 'Số điểm phục vụ bưu chính, bình quân mỗi xã',
  titleEn: 'Postal service points, per commune',
  measure: 'per_head',
  unit: 'servicePoints',
  methods: [
    {
      version: '5.1',
      basis: '689/QĐ-BTTTT (2024-05-02), 654/QĐ-TTg',
      validFrom: '2024-05-02',
      validTo: null,
      target: null,
      returnDays: 0,
      formula: '|{o : open on the last day}| / |{communes}|',
      textVi:
        'Tử số: số điểm phục vụ của các doanh nghiệp bưu chính đang mở vào ngày cuối kỳ (kỳ chưa hết: hôm nay), theo danh bạ bưu cục do doanh nghiệp khai; ' +
        'không tính trung tâm khai thác. Mẫu số: số xã, phường, đặc khu. Mô tả của mỗi điểm lấy theo ngày cuối kỳ; sửa về sau không làm đổi kỳ đã qua. ' +
        'Làm tròn xuống hai chữ số thập phân.',
      textEn:
        'Numerator: service points of postal operators open on the last day of the period (today, while it runs), by the operators’ own registers of offices; ' +
        'hubs are none. Denominator: communes. A point is taken as it was described on that day; later changes alter no past period. ' +
        'Rounded down to two decimals.',
    },
  ],
  count: (points, communes) => ({ numerator: sumOf(points, 'points'), denominator: communes.length }),
});
