import { pointIndicator, sumOf } from './point-indicator.js';

/** Indicator 7. */
export const INTERNET_POINTS = pointIndicator({
  number: 7,
  titleVi: 'Tỷ lệ điểm phục vụ bưu chính có Internet',
  titleEn: 'Share of postal service points with internet',
  measure: 'share',
  unit: 'servicePoints',
  methods: [
    {
      version: '7.1',
      basis: '689/QĐ-BTTTT (2024-05-02), 654/QĐ-TTg',
      validFrom: '2024-05-02',
      validTo: null,
      target: null,
      returnDays: 0,
      formula: '|{o : open on the last day, with internet}| / |{o : open on the last day}|',
      textVi:
        'Tử số: số điểm phục vụ có Internet trong số điểm đang mở vào ngày cuối kỳ (kỳ chưa hết: hôm nay). Mẫu số: mọi điểm phục vụ đang mở ngày đó, không tính ' +
        'trung tâm khai thác. Theo danh bạ bưu cục do doanh nghiệp khai. Tỷ lệ làm tròn xuống hai chữ số thập phân; không có điểm nào thì không có tỷ lệ.',
      textEn:
        'Numerator: service points with internet among those open on the last day of the period (today, while it runs). Denominator: all points open on that ' +
        'day, hubs left out. By the operators’ own registers of offices. Shares are rounded down to two decimals; without a point there is no share.',
    },
  ],
  count: (points) => ({ numerator: sumOf(points, 'internet'), denominator: sumOf(points, 'points') }),
});
