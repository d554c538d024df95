import type { IndicatorMethod } from '../indicator.js';

/** How indicator 12 is counted. */
export const LABELLED_METHODS: readonly IndicatorMethod[] = [
  {
    version: '12.1',
    basis: '689/QĐ-BTTTT (2024-05-02), 654/QĐ-TTg',
    validFrom: '2024-05-02',
    validTo: null,
    target: 100,
    returnDays: 15,
    formula: '|{p : every traded line of p is compliant}| / |{p : p has a traded line}|',
    textVi:
      'Tử số: số sản phẩm mà mọi dòng hàng đã giao dịch trong kỳ đều đủ nhãn hiệu, mã vạch và xuất xứ. Mẫu số: số sản phẩm có ít nhất một dòng hàng ' +
      'đã giao dịch trong kỳ. Dòng hàng đã giao dịch là dòng hàng giao tới người nhận trong kỳ và chưa bị trả lại hết ngày thứ 15 sau khi kỳ kết thúc. ' +
      'Nhãn xét theo bản chụp lúc đặt hàng; sửa về sau không làm đổi số liệu. Nhóm 26 (dịch vụ du lịch) để riêng. Tỷ lệ làm tròn xuống hai chữ số ' +
      'thập phân; kỳ không phát sinh thì không có tỷ lệ. Tính theo giờ Việt Nam, theo tỉnh của hộ bán.',
    textEn:
      'Numerator: products all of whose traded lines in the period carry brand, barcode and origin. Denominator: products with at least one traded ' +
      'line in the period. A line is traded when it was delivered in the period and not returned by the end of the 15th day after the period. The label ' +
      'is judged by its snapshot at order time; later edits change no figure. Set 26 (tourism services) stands apart. Shares are rounded down to two ' +
      'decimals; where none arose there is no share. Vietnamese time; the province is the selling household’s.',
  },
];
