import { formatDay } from '@choxa/standards';
import type { Cell, TableColumn, TableRow } from './audit-table.js';
import { columnTitle, plainText } from './canonical-csv.rules.js';

const amount = new Intl.NumberFormat('vi-VN');
/** Rows that are looked at to find how wide a column should be. */
const LOOKED_AT = 200;
/** Signs of the widest column, and of a word that is not to be broken. */
const WIDEST = 60;
const LONGEST_WORD = 16;
/** Points that a sign of the table's type takes, and that a cell keeps free. */
const SIGN = 4.6;
const AROUND = 6;

/** A cell as it is read on paper: `1.234.567`, `66,66 %`, `30/09/2026`, a dash where there is nothing. */
export function paperText(value: Cell, kind: TableColumn['kind']): string {
  if (value === null || value === '') return '–';
  if ((kind === 'int' || kind === 'vnd') && Number.isFinite(Number(value))) return amount.format(Number(value));
  if (kind === 'percent') return `${String(value).replace('.', ',')} %`;
  if (kind === 'decimal') return String(value).replace('.', ',');
  if (kind === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(String(value))) return formatDay(String(value));
  return plainText(value);
}

/** Which columns stand to the right, so that their digits do. */
export const isFigure = ({ kind }: TableColumn): boolean => kind !== 'text' && kind !== 'day';

/** Widths of the columns in points, `total` together: each holds its longest word, the rest goes to those in which much stands. */
export function columnWidths(columns: readonly TableColumn[], rows: readonly TableRow[], total: number): number[] {
  const wanted = columns.map((column) => {
    const texts = rows.slice(0, LOOKED_AT).map((row) => paperText(row[column.key] ?? null, column.kind));
    const longestWord = longestOf([...texts, columnTitle(column)].flatMap((text) => text.split(' ')));
    return {
      least: Math.min(longestWord, LONGEST_WORD) * SIGN + AROUND,
      more: Math.max(1, Math.min(longestOf(texts), WIDEST) - longestWord),
    };
  });
  const least = wanted.reduce((sum, column) => sum + column.least, 0);
  if (least > total) return wanted.map((column) => (column.least / least) * total);
  const more = wanted.reduce((sum, column) => sum + column.more, 0);
  return wanted.map((column) => column.least + (column.more / more) * (total - least));
}

const longestOf = (texts: readonly string[]): number => Math.max(0, ...texts.map(({ length }) => length));
