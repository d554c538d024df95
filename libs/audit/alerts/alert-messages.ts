import { formatPeriod, parsePeriod } from '@choxa/standards';
import { valueOf } from '../indicators/measure.rules.js';
import type { Fall } from './watch-periods.js';

/** What the nation's officials are told when a quarter can be closed. */
export function closableMessage(period: string): string {
  return (
    `${named(period, 'vi')} đã hết hạn nhận hàng trả, có thể đề nghị chốt số liệu ở trang Kỳ báo cáo. / ` +
    `Closing of ${named(period, 'en')} can be proposed now, on the page Periods.`
  );
}

/** What the other officials of the nation are told when one has proposed to close or correct a period. */
export function proposedMessage(period: string): string {
  return (
    `${named(period, 'vi')}: đã có đề nghị chốt số liệu, cần cán bộ thứ hai xem và xác nhận ở trang Kỳ báo cáo. / ` +
    `${named(period, 'en')}: its figures were proposed and wait for a second official, on the page Periods.`
  );
}

/** What the officials of a place are told when shares fell there; `place`: null for the nation. */
export function fallMessage(period: string, place: string | null, falls: readonly Fall[]): string {
  const list = falls.map(({ indicator, before, after }) => {
    const [was, is] = [before, after].map(
      ({ numerator, denominator }) => `${String(valueOf('share', numerator, denominator)).replace('.', ',')} %`,
    );
    return `${indicator}: ${was} → ${is}`;
  });
  return (
    `${named(period, 'vi')}, ${place ?? 'toàn quốc'}: tỷ lệ giảm quá ngưỡng so với quý trước. Chỉ tiêu ${list.join('; ')}. / ` +
    `${named(period, 'en')}, ${place ?? 'nation'}: shares fell against the quarter before.`
  );
}

function named(period: string, language: 'vi' | 'en'): string {
  const read = parsePeriod(period);
  return read.ok ? formatPeriod(read.period, language) : period;
}
