import { formatDay } from '@choxa/standards';
import type { Cell, TableColumn, TableRow } from './audit-table.js';
import { columnTitle, plainText } from './canonical-csv.rules.js';

const amount = new Intl.NumberFormat('vi-VN');
/** Rows that are looked at to find how wide a column should be. */
const LOOKED_AT = 200;
/** Signs of the widest column. */
const WIDEST = 160;
/** Points of a word that is not to be broken, and that a cell keeps free; a little more, for sums of widths are not exact. */
const WIDEST_WORD = 80;
const AROUND = 6.1;

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

/**
 * Widths of the columns in points, `total` together: each holds its widest word, the rest goes to those in which much stands.
 *
 * @param widthOf of a word in points, as it stands in a row or in the head
 */
export function columnWidths(
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
  total: number,
  widthOf: (word: string, where: 'row' | 'head') => number,
): number[] {
  const wanted = columns.map((column) => {
    const texts = rows.slice(0, LOOKED_AT).map((row) => paperText(row[column.key] ?? null, column.kind));
    const [words, headWords] = [wordsOf(texts), wordsOf([columnTitle(column)])];
    const widest = Math.max(0, ...words.map((word) => widthOf(word, 'row')), ...headWords.map((word) => widthOf(word, 'head')));
    return {
      least: Math.min(widest, WIDEST_WORD) + AROUND,
      more: Math.max(1, Math.min(longestOf(texts), WIDEST) - longestOf([...words, ...headWords])),
    };
  });
  const least = wanted.reduce((sum, column) => sum + column.least, 0);
  if (least > total) return wanted.map((column) => (column.least / least) * total);
  const more = wanted.reduce((sum, column) => sum + column.more, 0);
  return wanted.map((column) => column.least + (column.more / more) * (total - least));
}

const wordsOf = (texts: readonly string[]): string[] => [...new Set(texts.flatMap((text) => text.split(' ')))];
const longestOf = (texts: readonly string[]): number => Math.max(0, ...texts.map(({ length }) => length));
