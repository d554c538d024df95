import type { AuditFile, FilledTable } from './audit-table.js';

/** A table of two products with everything a file can carry; tests say what is different. */
export function aTable(changes: Partial<FilledTable> = {}): FilledTable {
  return {
    titleVi: 'Sản phẩm thiếu nhãn',
    titleEn: 'Products that lack a label',
    columns: [
      { key: 'product', titleVi: 'Sản phẩm', titleEn: 'Product', kind: 'text' },
      { key: 'lines', titleVi: 'Dòng hàng', titleEn: 'Lines', kind: 'int' },
      { key: 'value', titleVi: 'Giá trị', titleEn: 'Value', kind: 'vnd' },
      { key: 'share', titleVi: 'Tỷ lệ', titleEn: 'Share', kind: 'percent' },
      { key: 'day', titleVi: 'Ngày', titleEn: 'Day', kind: 'day' },
    ],
    rows: [
      { product: 'Gạo ST25', lines: 3, value: 1_234_567, share: '66.66', day: '2026-09-30' },
      { product: 'Cà phê Arabica Cầu Đất', lines: 1, value: null, share: null, day: null },
    ],
    cut: false,
    filters: [['Chỉ tiêu / Indicator', '12']],
    headline: { numerator: 2, denominator: 3, measure: 'share', value: '66.66', methodVersion: '12.1' },
    method: ['Tử số chia mẫu số. / Numerator over denominator.'],
    ...changes,
  };
}

export function aFile(...tables: FilledTable[]): AuditFile {
  return {
    titleVi: 'Sản phẩm thiếu nhãn',
    titleEn: 'Products that lack a label',
    filters: [
      ['Kỳ / Period', '2026-Q3'],
      ['Nơi / Area', 'Cả nước / The whole nation'],
    ],
    asOf: new Date('2026-11-16T02:00:00Z'),
    tables: tables.length ? tables : [aTable()],
  };
}
