import { fold, normalizeText } from '@choxa/standards';
import { parse } from 'csv-parse/sync';

/** The columns of a product list, in the order of the template. All are required; a cell may be empty. */
export const COLUMNS = [
  'product_name',
  'producer_name',
  'producer_kind',
  'commune',
  'district',
  'province',
  'stars',
  'year_recognised',
  'ocop_group',
  'price_vnd',
  'source_url',
] as const;
export type Column = (typeof COLUMNS)[number];

/** One row as text, by column. */
export type Cells = Readonly<Record<Column, string>>;

const DELIMITERS = [',', ';', '\t'] as const;

/** What the first line of a file says about the lines below it. */
export interface Header<Name extends string = Column> {
  delimiter: (typeof DELIMITERS)[number];
  /** Where each column lies, from 0; -1 for one that need not be there and is not. */
  at: Readonly<Record<Name, number>>;
  width: number;
  /** Columns that are not ours, as they are written. */
  ignored: readonly string[];
}

export type HeaderFault<Name extends string = Column> = { missing: readonly Name[] } | { twice: Name };

/**
 * Reads the header line of a list with these columns: the delimiter is the one under which most columns are found; case, spaces and order do
 * not matter. `optional`: which of them may be absent.
 */
export function readHeader<Name extends string>(
  line: string,
  wanted: readonly Name[],
  optional: readonly Name[] = [],
): Header<Name> | HeaderFault<Name> {
  const readings = DELIMITERS.map((delimiter) => {
    const names = cellsOf(line, delimiter);
    const columns = names.map((name) => columnOf(name, wanted));
    return { delimiter, names, columns, found: new Set(columns).size };
  });
  const { delimiter, names, columns } = readings.reduce((best, next) => (next.found > best.found ? next : best));
  const missing = wanted.filter((column) => !columns.includes(column) && !optional.includes(column));
  if (missing.length) return { missing };
  const twice = wanted.find((column) => columns.indexOf(column) !== columns.lastIndexOf(column));
  if (twice) return { twice };
  return {
    delimiter,
    at: Object.fromEntries(wanted.map((column) => [column, columns.indexOf(column)])) as Record<Name, number>,
    width: names.length,
    ignored: names.map(normalizeText).filter((name, at) => columns[at] === null && name !== ''),
  };
}

/** The cells of a record; null when it has too few fields, or more than the header with something in them. */
export function cellsOfRecord<Name extends string>(record: readonly string[], { at, width }: Header<Name>): Record<Name, string> | null {
  if (record.length < width || record.slice(width).some((field) => field.trim() !== '')) return null;
  const columns = Object.keys(at) as Name[];
  return Object.fromEntries(columns.map((column) => [column, record[at[column]] ?? ''])) as Record<Name, string>;
}

function columnOf<Name extends string>(name: string, wanted: readonly Name[]): Name | null {
  const key = fold(name).replace(/[\s-]+/g, '_');
  return wanted.find((column) => column === key) ?? null;
}

function cellsOf(line: string, delimiter: string): string[] {
  try {
    return (parse(line, { delimiter, relax_quotes: true, bom: true, to: 1 }) as string[][])[0] ?? [];
  } catch {
    return []; // not a line of this delimiter
  }
}
