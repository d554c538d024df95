import { createHash } from 'node:crypto';
import { csvCell } from '@choxa/standards';
import type { AuditFile, Cell, FilledTable, TableColumn } from './audit-table.js';

/** What would break a line, or is no character of a text. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]+/gu;

/** A text as one clean line in composed form. */
export function plainText(value: Cell): string {
  return String(value ?? '')
    .normalize('NFC')
    .replace(UNPRINTABLE, ' ')
    .trim();
}

/** A text as a CSV cell of one line that no spreadsheet takes for a formula. */
export function textCell(value: Cell): string {
  return csvCell(plainText(value));
}

export const columnTitle = ({ titleVi, titleEn }: TableColumn): string => `${titleVi} / ${titleEn}`;

/** A table as CSV without anything around it: names of the columns, then the rows; numbers stay numbers. */
export function tableCsv({ columns, rows }: Pick<FilledTable, 'columns' | 'rows'>): string {
  const head = columns.map((column) => textCell(columnTitle(column)));
  const lines = rows.map((row) => columns.map(({ key, kind }) => cellOf(row[key] ?? null, kind)));
  return [head, ...lines].map((cells) => `${cells.join(',')}\r\n`).join('');
}

const NUMBER = /^-?\d+(\.\d+)?$/;

function cellOf(value: Cell, kind: TableColumn['kind']): string {
  return kind !== 'text' && NUMBER.test(String(value)) ? String(value) : textCell(value);
}

/** What the hash of a file is taken over: its tables as CSV, an empty line between two. The same for XLSX, CSV and PDF. */
export function canonicalCsv({ tables }: Pick<AuditFile, 'tables'>): string {
  return tables.map(tableCsv).join('\r\n');
}

/** SHA-256 of the canonical CSV's bytes (UTF-8, without the mark in front), in hexadecimal. */
export function hashOf(file: Pick<AuditFile, 'tables'>): string {
  return createHash('sha256').update(canonicalCsv(file)).digest('hex');
}
