import type { TableColumn } from './audit-table.js';
import { columnWidths, paperText } from './pdf-columns.rules.js';

const column = (key: string, kind: TableColumn['kind']): TableColumn => ({ key, titleVi: key, titleEn: key, kind });

const widthOf = (word: string): number => word.length * 5;

describe('columns on paper', () => {
  it('fill the sheet, and hold the words of a narrow column beside a wide one', () => {
    const columns = [column('name', 'text'), column('day', 'day'), column('set', 'text')];
    const widths = columnWidths(
      columns,
      [{ name: 'một tên rất dài của một sản phẩm '.repeat(9), day: '2026-09-30', set: '13' }],
      500,
      widthOf,
    );
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(500);
    expect(widths[1]).toBeGreaterThan(widthOf('30/09/2026'));
    expect(widths[0]).toBeGreaterThan(widths[1]! + widths[2]!);
  });

  it('share a sheet that is too narrow for all their words', () => {
    const columns = Array.from({ length: 30 }, (_, n) => column(`cột-thứ-${n}`, 'text'));
    expect(columnWidths(columns, [], 300, widthOf).reduce((sum, width) => sum + width, 0)).toBeCloseTo(300);
  });

  it.each([
    [1_234_567, 'vnd', '1.234.567'],
    ['66.66', 'percent', '66,66 %'],
    ['-3.2', 'decimal', '-3,2'],
    ['2026-09-30', 'day', '30/09/2026'],
    [null, 'int', '–'],
    ['=1+1', 'text', '=1+1'],
  ] as const)('read %p as %s like %p', (value, kind, text) => {
    expect(paperText(value, kind)).toBe(text);
  });
});
