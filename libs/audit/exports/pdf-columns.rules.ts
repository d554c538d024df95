import { formatDay } from '@choxa/standards';
import type { Cell, TableColumn, TableRow } from './audit-table.js';
import { plainText } from './canonical-csv.rules.js';

const amount = new Intl.NumberFormat('vi-VN');
/** Rows that are looked at to find how wide a column should be. */
const LOOKED_AT = 200;
const NARROWEST = 5;
const WIDEST = 34;

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

/** Widths of the columns, `total` together: by their longest words and by how much stands in them. */
export function columnWidths(columns: readonly TableColumn[], rows: readonly TableRow[], total: number): number[] {
  const weights = columns.map(({ key, kind, titleVi, titleEn }) => {
    const texts = rows.slice(0, LOOKED_AT).map((row) => paperText(row[key] ?? null, kind));
    const longestWord = Math.max(...[...texts, titleVi, titleEn].flatMap((text) => text.split(' ')).map((word) => word.length));
    const usual = Math.max(...texts.map(({ length }) => length), 0);
    return Math.min(WIDEST, Math.max(NARROWEST, Math.min(longestWord, 16), usual));
  });
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return weights.map((weight) => (weight / sum) * total);
}
