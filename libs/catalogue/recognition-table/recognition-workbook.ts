import type { SheetCell, WorkbookSheet } from '@choxa/platform';
import { TABLE_FIELDS, tableRows, type RecognitionTable } from './recognition-table.rules.js';

const bold = (value: string): SheetCell => ({ value, bold: true, wrap: true });

/** The table as sheets of a workbook: its fields and rows, and one that says what each field is and whose. */
export function recognitionSheets(table: RecognitionTable): WorkbookSheet[] {
  return [
    { name: 'OCOP', widths: TABLE_FIELDS.map(() => 22), stickyRows: 1, rows: headed(tableRows(table)) },
    { name: 'Truong', widths: [28, 42, 40, 40], rows: fieldsOf(table) },
  ];
}

/** Under a head in bold. */
function* headed(rows: Generator<string[], void>): Generator<readonly SheetCell[]> {
  const { value: head = [] } = rows.next();
  yield head.map(bold);
  yield* rows;
}

function fieldsOf({ asOf }: RecognitionTable): SheetCell[][] {
  return [
    [bold('Trường / Field'), bold('Của ai / Whose'), bold('Nghĩa'), bold('Meaning')],
    ...TABLE_FIELDS.map(({ name, ministry, vi, en }) => [
      name,
      ministry ? 'biểu OCOP của Bộ / the ministry’s OCOP table' : 'Chợ Xã thêm / added by Chợ Xã',
      vi,
      en,
    ]),
    [null, null, null, null],
    [bold('Tính đến hết ngày / As of'), asOf],
  ];
}
