import { csvLine } from '@choxa/standards';

/** Rows as CSV (RFC 4180) under a line of column names. No text in it is taken for a formula. */
export function toCsv<Row extends object>(columns: readonly (keyof Row & string)[], rows: readonly Row[]): string {
  return [columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? '')))].map(csvLine).join('');
}
