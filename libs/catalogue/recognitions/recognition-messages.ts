import { formatDay } from '@choxa/standards';
import type { RecognitionChangeKind } from './recognition.rules.js';

/** What a household is told when two officials have corrected or revoked a recognition of its product. */
export function changeMessage(productName: string, { kind, reason }: { kind: RecognitionChangeKind; reason: string }): string {
  return kind === 'revocation'
    ? `Công nhận OCOP của "${productName}" đã bị thu hồi. Lý do: ${reason} / The OCOP recognition of "${productName}" was revoked.`
    : `Thông tin công nhận OCOP của "${productName}" đã được sửa. Lý do: ${reason} / The OCOP recognition of "${productName}" was corrected.`;
}

/** What a household is told before a certificate ends. `days` are left until its last day, `YYYY-MM-DD`. */
export function expiryMessage(productName: string, days: number, expiresOn: string): string {
  return (
    `Công nhận OCOP của "${productName}" hết hạn ngày ${formatDay(expiresOn)} (còn ${days} ngày). Hãy nộp hồ sơ đánh giá lại ở xã. ` +
    `/ The OCOP recognition of "${productName}" ends in ${days} days.`
  );
}
