import type { WorkbookSheet } from '@choxa/platform';
import { OFFICE_COLUMN_CODES, officeColumnTitle } from './office-columns.js';
import { officeCells, type OfficeRow } from './office-row.rules.js';

/** The register as a spreadsheet, in the shape in which it can be brought in again. Text cells only. */
export function officesSheet(offices: readonly OfficeRow[]): WorkbookSheet {
  return { name: 'Buu cuc', widths: OFFICE_COLUMN_CODES.map(() => 18), rows: officeLines(offices) };
}

/** The titles of its columns, then a line for each office. */
export function* officeLines(offices: readonly OfficeRow[]): Generator<string[]> {
  yield OFFICE_COLUMN_CODES.map(officeColumnTitle);
  for (const office of offices) {
    const cells = officeCells(office);
    yield OFFICE_COLUMN_CODES.map((code) => cells[code]);
  }
}
