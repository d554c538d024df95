import type { AuditPeriod } from '../periods/audit-period.rules.js';
import { methodFor, type IndicatorMethod } from '../indicators/indicator.js';

/** How the funnel is counted; it is no indicator of the action plan, so it has no target. */
const METHODS: readonly IndicatorMethod[] = [
  {
    version: 'P.1',
    basis: '689/QĐ-BTTTT (2024-05-02)',
    validFrom: '2024-05-02',
    validTo: null,
    target: null,
    returnDays: 15,
    formula: 'delivered ⊆ sold ⊆ labelled ⊆ listed; listed = {p : ∃ pack on sale at t ∈ period}',
    textVi:
      'Đếm sản phẩm, không kể dịch vụ (nhóm 26). Bày bán: có ít nhất một quy cách được bán trên sàn vào một lúc nào đó trong kỳ. ' +
      'Đủ nhãn: sản phẩm đã bày bán mà vào một lúc trong kỳ có ít nhất một quy cách đang bán có đủ nhãn hiệu, mã vạch và xuất xứ. ' +
      'Bán được: sản phẩm đủ nhãn có ít nhất một dòng hàng giao trong kỳ và không bị trả lại hết trước ngày chốt (15 ngày sau kỳ). ' +
      'Giao tận nơi: sản phẩm bán được có ít nhất một dòng như thế được bưu chính phát tại địa chỉ hoặc hộp thư tập trung của người mua. ' +
      'Mỗi bước là một phần của bước trước; hàng bán được mà chưa đủ nhãn đứng ngoài phễu. Sản phẩm tính vào xã và nhóm của lần bày bán cuối trong kỳ. ' +
      'Không kể tự mua: bỏ các dòng mà hộ bán cho chính mình. Giờ Việt Nam, tỷ lệ làm tròn xuống hai chữ số thập phân.',
    textEn:
      'Products are counted, services (set 26) left out. Listed: at least one pack was on sale at some moment of the period. Labelled: listed, and at ' +
      'some moment of the period at least one pack on sale had brand, barcode and origin complete. Sold: labelled, with at least one line delivered in ' +
      'the period and not returned whole by the cut-off (15 days after the period). Delivered: sold, with at least one such line that the post handed ' +
      'over at the buyer’s address or shared letter box. Every step is a part of the one before; what sold without a complete label stands outside. A ' +
      'product counts in the commune and set it was on sale under last in the period. Without self-dealing: lines a household sold to itself are left ' +
      'out. Vietnamese time, shares rounded down to two decimals.',
  },
];

/** The method that holds for a period. */
export function funnelMethod(period: AuditPeriod): IndicatorMethod {
  return methodFor({ methods: METHODS }, period);
}
