import { OCOP_SETS } from '@choxa/standards';
import { columnTitle, SHEET_COLUMN_CODES, SHEET_COLUMNS, type SheetColumnCode } from './sheet-columns.js';
import { SHEET_FAULTS } from './sheet-faults.js';
import type { SheetRowView } from './product-sheets.query.js';

type Cell = { value: string | number; type?: typeof String; fontWeight?: 'bold'; wrap?: boolean; backgroundColor?: string } | null;

const WIDTHS: Partial<Record<SheetColumnCode, number>> = { product_name: 32, product_set: 22, description: 48, standards: 24 };
const WRONG = '#FFD9D2';
const HEAD = '#E3EFE6';

const columnsOf = (codes: readonly SheetColumnCode[]): { width: number }[] => codes.map((code) => ({ width: WIDTHS[code] ?? 18 }));
const headOf = (text: string): Cell => ({ value: text, fontWeight: 'bold', backgroundColor: HEAD, wrap: true });
/** Always a text cell: nothing a household typed may become a formula. */
const text = (value: string): Cell => (value ? { value, type: String } : null);

/** Loaded with the first workbook: 20 MB that an API which makes none need not hold. */
const writer = () => import('write-excel-file/node');

/** An empty product sheet with two invented rows, and a guide: each column, the product sets with their numbers. */
export async function templateWorkbook(): Promise<Buffer> {
  const examples = ([0, 1] as const).map((n) =>
    SHEET_COLUMN_CODES.map((code): Cell => {
      const value = SHEET_COLUMNS[code].examples[n];
      return typeof value === 'number' ? { value } : text(value);
    }),
  );
  const guide: Cell[][] = [
    [headOf('Cột / Column'), headOf('Bắt buộc / Required'), headOf('Cách ghi'), headOf('How to write it')],
    ...SHEET_COLUMN_CODES.map((code) => {
      const { required, helpVi, helpEn } = SHEET_COLUMNS[code];
      return [text(columnTitle(code)), text(required ? 'có / yes' : 'không / no'), text(helpVi), text(helpEn)];
    }),
    [null, null, null, null],
    [headOf('Nhóm / Set'), null, headOf('Tên nhóm'), headOf('Name of the set')],
    ...OCOP_SETS.map(({ code, vi, en }): Cell[] => [{ value: Number(code) }, null, text(vi), text(en)]),
  ];
  const { default: writeXlsxFile } = await writer();
  return writeXlsxFile([
    {
      data: [SHEET_COLUMN_CODES.map((code) => headOf(columnTitle(code))), ...examples] as never,
      sheet: 'San pham',
      columns: columnsOf(SHEET_COLUMN_CODES),
      stickyRowsCount: 1,
    },
    { data: guide as never, sheet: 'Huong dan', columns: [{ width: 36 }, { width: 18 }, { width: 64 }, { width: 64 }] },
  ] as never).toBuffer();
}

/** The rows that were not taken, in the shape of the template, each wrong cell marked and what to mend written behind: to be put right and sent again. */
export async function faultyRowsWorkbook(rows: readonly SheetRowView[]): Promise<Buffer> {
  const head = [...SHEET_COLUMN_CODES.map(columnTitle), 'Dòng trong tệp / Row in the file', 'Cần sửa', 'To be mended'];
  const lines = rows.map(({ row, cells, faults }): Cell[] => [
    ...SHEET_COLUMN_CODES.map((code): Cell => {
      const value = cells[code] ?? '';
      if (!faults.some((fault) => fault.column === code)) return text(value);
      return { value: value || ' ', type: String, backgroundColor: WRONG };
    }),
    { value: row },
    text(faults.map(({ column, code }) => `${SHEET_COLUMNS[column].vi}: ${SHEET_FAULTS[code].vi}`).join('\n')),
    text(faults.map(({ column, code }) => `${SHEET_COLUMNS[column].en}: ${SHEET_FAULTS[code].en}`).join('\n')),
  ]);
  const { default: writeXlsxFile } = await writer();
  return writeXlsxFile(
    [head.map(headOf), ...lines] as never,
    {
      sheet: 'Can sua',
      columns: [...columnsOf(SHEET_COLUMN_CODES), { width: 12 }, { width: 60 }, { width: 60 }],
      stickyRowsCount: 1,
    } as never,
  ).toBuffer();
}
