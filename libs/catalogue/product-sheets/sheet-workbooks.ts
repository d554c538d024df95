import type { SheetCell, WorkbookSheet } from '@choxa/platform';
import { OCOP_SETS } from '@choxa/standards';
import { columnTitle, SHEET_COLUMN_CODES, SHEET_COLUMNS, type SheetColumnCode } from './sheet-columns.js';
import { SHEET_FAULTS } from './sheet-faults.js';
import type { SheetRowView } from './product-sheets.query.js';

const WIDTHS: Partial<Record<SheetColumnCode, number>> = { product_name: 32, product_set: 22, description: 48, standards: 24 };
const WRONG = '#FFD9D2';
const HEAD = '#E3EFE6';

const COLUMN_WIDTHS = SHEET_COLUMN_CODES.map((code) => WIDTHS[code] ?? 18);
const headOf = (value: string): SheetCell => ({ value, bold: true, colour: HEAD, wrap: true });

/** An empty product sheet with two invented rows, and a guide: each column, the product sets with their numbers. */
export function templateSheets(): WorkbookSheet[] {
  const examples = ([0, 1] as const).map((n) => SHEET_COLUMN_CODES.map((code): SheetCell => SHEET_COLUMNS[code].examples[n]));
  const guide: SheetCell[][] = [
    [headOf('Cột / Column'), headOf('Bắt buộc / Required'), headOf('Cách ghi'), headOf('How to write it')],
    ...SHEET_COLUMN_CODES.map((code) => {
      const { required, helpVi, helpEn } = SHEET_COLUMNS[code];
      return [columnTitle(code), required ? 'có / yes' : 'không / no', helpVi, helpEn];
    }),
    [null, null, null, null],
    [headOf('Nhóm / Set'), null, headOf('Tên nhóm'), headOf('Name of the set')],
    ...OCOP_SETS.map(({ code, vi, en }) => [Number(code), null, vi, en]),
  ];
  const head = SHEET_COLUMN_CODES.map((code) => headOf(columnTitle(code)));
  return [
    { name: 'San pham', widths: COLUMN_WIDTHS, stickyRows: 1, rows: [head, ...examples] },
    { name: 'Huong dan', widths: [36, 18, 64, 64], rows: guide },
  ];
}

/** The rows that were not taken, in the shape of the template, each wrong cell marked and what to mend written behind: to be put right and sent again. */
export function faultyRowsSheet(rows: readonly SheetRowView[]): WorkbookSheet {
  return { name: 'Can sua', widths: [...COLUMN_WIDTHS, 12, 60, 60], stickyRows: 1, rows: faultyRows(rows) };
}

function* faultyRows(rows: readonly SheetRowView[]): Generator<readonly SheetCell[]> {
  yield [...SHEET_COLUMN_CODES.map(columnTitle), 'Dòng trong tệp / Row in the file', 'Cần sửa', 'To be mended'].map(headOf);
  for (const { row, cells, faults } of rows)
    yield [
      ...SHEET_COLUMN_CODES.map((code): SheetCell => {
        const value = cells[code] ?? '';
        return faults.some((fault) => fault.column === code) ? { value: value || ' ', colour: WRONG } : value;
      }),
      row,
      faults.map(({ column, code }) => `${SHEET_COLUMNS[column].vi}: ${SHEET_FAULTS[code].vi}`).join('\n'),
      faults.map(({ column, code }) => `${SHEET_COLUMNS[column].en}: ${SHEET_FAULTS[code].en}`).join('\n'),
    ];
}
