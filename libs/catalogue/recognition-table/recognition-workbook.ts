import { TABLE_FIELDS, tableRows, type RecognitionTable } from './recognition-table.rules.js';

type Cell = { value: string; type: typeof String; fontWeight?: 'bold'; wrap?: boolean } | null;

/** Always a text cell: nothing somebody typed may become a formula, and codes keep their zeros. */
const text = (value: string): Cell => (value ? { value, type: String } : null);
const bold = (value: string): Cell => ({ value, type: String, fontWeight: 'bold', wrap: true });

/** The table as a workbook: its fields and rows, and a sheet that says what each field is and whose. */
export async function recognitionWorkbook(table: RecognitionTable): Promise<Buffer> {
  const fields = [
    [bold('Trường / Field'), bold('Của ai / Whose'), bold('Nghĩa'), bold('Meaning')],
    ...TABLE_FIELDS.map(({ name, ministry, vi, en }) => [
      text(name),
      text(ministry ? 'biểu OCOP của Bộ / the ministry’s OCOP table' : 'Chợ Xã thêm / added by Chợ Xã'),
      text(vi),
      text(en),
    ]),
    [null, null, null, null],
    [bold('Tính đến hết ngày / As of'), text(table.asOf)],
  ];
  // Loaded with the first workbook: 20 MB that an API which makes none need not hold.
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  return writeXlsxFile([
    {
      data: [TABLE_FIELDS.map(({ name }) => bold(name)), ...tableRows(table).map((row) => row.map(text))],
      sheet: 'OCOP',
      columns: TABLE_FIELDS.map(() => ({ width: 22 })),
      stickyRowsCount: 1,
    },
    { data: fields, sheet: 'Truong', columns: [{ width: 28 }, { width: 42 }, { width: 40 }, { width: 40 }] },
  ] as never).toBuffer();
}
