import { csvLine } from '@choxa/standards';
import { OFFICE_COLUMN_CODES, officeColumnTitle } from './office-columns.js';
import { officeCells, type OfficeRow } from './office-row.rules.js';

/** The register as a spreadsheet, in the shape in which it can be brought in again. Text cells only: nothing becomes a formula. */
export async function officesWorkbook(offices: readonly OfficeRow[]): Promise<Buffer> {
  // Loaded with the first workbook: 20 MB that an API which makes none need not hold.
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const head = OFFICE_COLUMN_CODES.map((code) => ({ value: officeColumnTitle(code), fontWeight: 'bold', wrap: true }));
  const rows = linesOf(offices).map((line) => line.map((value) => (value ? { value, type: String } : null)));
  return writeXlsxFile(
    [head, ...rows] as never,
    { sheet: 'Buu cuc', columns: OFFICE_COLUMN_CODES.map(() => ({ width: 18 })) } as never,
  ).toBuffer();
}

/** The same as CSV, with the mark by which Excel knows UTF-8; nothing in it is taken for a formula. */
export function officesCsv(offices: readonly OfficeRow[]): string {
  return `\uFEFF${[OFFICE_COLUMN_CODES.map(officeColumnTitle), ...linesOf(offices)].map(csvLine).join('')}`;
}

function linesOf(offices: readonly OfficeRow[]): string[][] {
  return offices.map((office) => {
    const cells = officeCells(office);
    return OFFICE_COLUMN_CODES.map((code) => cells[code]);
  });
}
