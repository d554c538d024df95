import type { IndicatorMethod } from './indicator.js';

/** How indicator 11 is counted. */
export const SELLING_METHODS: readonly IndicatorMethod[] = [
  {
    version: '11.1',
    basis: '689/QĐ-BTTTT (2024-05-02), 654/QĐ-TTg',
    validFrom: '2024-05-02',
    validTo: null,
    target: 100,
    returnDays: 15,
    formula: '|{h in register : recognised(h) ∧ shown(h) ≥ 1 day ∧ traded(h) ≥ 1}| / |register|',
    textVi:
      'Mẫu số: số hộ trong sổ bộ hộ OCOP của các xã, bản mới nhất tính đến ngày cuối kỳ; sổ bộ do cán bộ nhập, không phải danh sách hộ đã lên sàn. ' +
      'Tử số: những hộ trong đó có ít nhất một quyết định công nhận OCOP còn hiệu lực trong kỳ và đã được hai cán bộ xác nhận, có sản phẩm được bày ít nhất ' +
      'một ngày (24 giờ) trong kỳ và bán được ít nhất một dòng hàng giao trong kỳ. Dòng hàng bị trả lại hết trước ngày chốt (15 ngày sau kỳ) không tính. ' +
      'Tính theo xã của sổ bộ, giờ Việt Nam, làm tròn xuống hai chữ số thập phân.',
    textEn:
      'Denominator: the households in the communes’ registers of OCOP households, each in its last version as of the last day of the period; registers are ' +
      'imported by officials and are no list of who is on the platform. Numerator: those of them that have at least one OCOP recognition which holds in the ' +
      'period and was confirmed by two officials, a product shown for at least one day (24 hours) in the period, and at least one line delivered in it. Lines ' +
      'returned whole by the cut-off (15 days after the period) do not count. By the commune of the register, Vietnamese time, rounded down to two decimals.',
  },
];
