import type { SheetCell, WorkbookSheet } from '@choxa/platform';
import { STATEMENT_TABLE, statementTitle, type MoneyStatement } from './statement-table.js';

const bold = (value: string): SheetCell => ({ value, bold: true, wrap: true });
const amount = (value: number) => ({ value, format: '#,##0' });
const cellOf = (value: string | number): SheetCell => (typeof value === 'number' ? amount(value) : value);

/** The statement as a sheet of a workbook: one row per seller order, amounts as numbers, the totals below. */
export function statementSheet(statement: MoneyStatement): WorkbookSheet {
  return { name: 'Sao ke', widths: STATEMENT_TABLE.map(({ share }) => share + 6), stickyRows: 2, rows: rowsOf(statement) };
}

function* rowsOf(statement: MoneyStatement): Generator<readonly SheetCell[]> {
  const { lines, totals } = statement;
  yield [bold(statementTitle(statement))];
  yield STATEMENT_TABLE.map(({ title }) => bold(title));
  for (const line of lines) yield STATEMENT_TABLE.map(({ of }) => cellOf(of(line)));
  yield STATEMENT_TABLE.map(({ total }, index): SheetCell =>
    total ? { ...amount(total(totals)), bold: true, wrap: true } : bold(index ? '' : `Cộng ${totals.orders} đơn`),
  );
}
