import { STATEMENT_TABLE, statementTitle, type MoneyStatement } from './statement-table.js';

type Cell = { value: string | number; type?: typeof String | typeof Number; format?: string; fontWeight?: 'bold'; wrap?: boolean } | null;

const THOUSANDS = '#,##0';
/** Always a text cell: nothing that somebody typed may become a formula. */
const text = (value: string): Cell => (value ? { value, type: String } : null);
const cellOf = (value: string | number): Cell => (typeof value === 'number' ? { value, type: Number, format: THOUSANDS } : text(value));
const bold = (cell: Cell): Cell => cell && { ...cell, fontWeight: 'bold', wrap: true };

/** The statement as an XLSX file: one row per seller order, amounts as numbers, the totals below. */
export async function statementWorkbook(statement: MoneyStatement): Promise<Buffer> {
  const { lines, totals } = statement;
  const data: Cell[][] = [
    [bold(text(statementTitle(statement)))],
    STATEMENT_TABLE.map(({ title }) => bold(text(title))),
    ...lines.map((line) => STATEMENT_TABLE.map(({ of }) => cellOf(of(line)))),
    STATEMENT_TABLE.map(({ total }, index) => bold(total ? cellOf(total(totals)) : text(index ? '' : `Cộng ${totals.orders} đơn`))),
  ];
  // Loaded with the first workbook: 20 MB that an API which makes none need not hold.
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const sheet = { sheet: 'Sao ke', columns: STATEMENT_TABLE.map(({ share }) => ({ width: share + 6 })), stickyRowsCount: 2 };
  return writeXlsxFile(data as never, sheet as never).toBuffer();
}
