import type { AuditFile, Cell, FilledTable, TableColumn } from './audit-table.js';
import { columnTitle, plainText } from './canonical-csv.rules.js';
import { factsOf } from './file-facts.rules.js';

type SheetCell = {
  value: string | number;
  type: typeof String | typeof Number;
  format?: string;
  fontWeight?: 'bold';
  wrap?: boolean;
} | null;

const FORMATS: Partial<Record<TableColumn['kind'], string>> = { int: '#,##0', vnd: '#,##0', percent: '0.00', decimal: '0.00' };
const WIDTHS: Record<TableColumn['kind'], number> = { text: 30, int: 14, vnd: 18, percent: 12, decimal: 12, day: 14 };
/** Names of sheets have at most 31 signs, and none of these. */
const sheetName = (title: string, at: number): string => `${at} ${title.replace(/[\\/?*[\]:]/g, ' ')}`.slice(0, 31).trim();

/** Always a text cell: nothing that somebody typed may become a formula. */
const text = (value: Cell): SheetCell => {
  const plain = plainText(value);
  return plain ? { value: plain, type: String, wrap: true } : null;
};
const bold = (cell: SheetCell): SheetCell => cell && { ...cell, fontWeight: 'bold', wrap: true };

/** A workbook: a sheet for each table under its title, and one of what the file says of itself. */
export async function xlsxFile(file: AuditFile): Promise<Buffer> {
  // Loaded with the first workbook: 20 MB that an API which makes none need not hold.
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const sheets = file.tables.map((table, index) => sheetOf(table, index + 1));
  const notes = {
    data: factsOf(file).map(([name, value]) => [bold(text(name)), text(value)]),
    sheet: 'Thong tin',
    columns: [{ width: 36 }, { width: 100 }],
  };
  return writeXlsxFile([...sheets, notes] as never).toBuffer();
}

function sheetOf({ titleVi, titleEn, columns, rows }: FilledTable, at: number) {
  return {
    data: [
      [{ ...bold(text(`${titleVi} / ${titleEn}`))!, wrap: false }],
      columns.map((column) => bold(text(columnTitle(column)))),
      ...rows.map((row) => columns.map(({ key, kind }) => cellOf(row[key] ?? null, kind))),
    ],
    sheet: sheetName(titleVi, at),
    columns: columns.map(({ kind }) => ({ width: WIDTHS[kind] })),
    stickyRowsCount: 2,
  };
}

function cellOf(value: Cell, kind: TableColumn['kind']): SheetCell {
  const format = FORMATS[kind];
  if (!format || value === null || !Number.isFinite(Number(value))) return text(value);
  return { value: Number(value), type: Number, format };
}
