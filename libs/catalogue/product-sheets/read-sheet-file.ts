import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { problem } from '../catalogue.problems.js';
import { readSheetHeader, SHEET_COLUMN_CODES, SHEET_COLUMNS, type SheetCells, type SheetHeader } from './sheet-columns.js';
import { requireSafeArchive } from './safe-archive.js';

/** A product sheet as it lies in its file; rows are numbered as a spreadsheet counts them, the header being 1. */
export interface SheetFile {
  rows: { row: number; cells: SheetCells }[];
  /** Names of columns that are not read. */
  ignored: string[];
}

export const MOST_SHEET_ROWS = 20_000;
const LONGEST_CELL = 8_000;
const LONGEST_RECORD = 64 * 1024;

/**
 * Reads an XLSX or CSV file (told by its bytes, not by its name) and checks its form; what is in the cells is judged later.
 * Throws `sheet.empty`, `sheet.unreadable`, `sheet.encoding`, `sheet.too-large`, `sheet.columns` (naming them).
 */
export async function readSheetFile(bytes: Buffer): Promise<SheetFile> {
  if (!bytes.length) throw problem('sheet.empty');
  const table = bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004')) ? await tableOfXlsx(bytes) : tableOfCsv(bytes);
  const first = table.findIndex((cells) => cells.some((cell) => cell.trim()));
  if (first === -1) throw problem('sheet.empty');
  const header = readSheetHeader(table[first]!);
  requireColumns(header);
  const rows = table
    .map((cells, index) => ({ row: index + 1, cells: cellsOf(cells, header) }))
    .slice(first + 1)
    .filter(({ cells }) => Object.keys(cells).length > 0);
  if (!rows.length) throw problem('sheet.empty');
  if (rows.length > MOST_SHEET_ROWS) throw problem('sheet.too-large');
  return { rows, ignored: header.ignored };
}

function requireColumns({ missing, twice }: SheetHeader): void {
  if (!missing.length && !twice.length) return;
  const name = (code: keyof typeof SHEET_COLUMNS): string => `${SHEET_COLUMNS[code].vi} / ${SHEET_COLUMNS[code].en}`;
  throw problem('sheet.columns', {
    errors: [
      ...missing.map((code) => ({ pointer: `/${code}`, code: 'missing', detail: name(code) })),
      ...twice.map((code) => ({ pointer: `/${code}`, code: 'twice', detail: name(code) })),
    ],
  });
}

/** Only cells that say something. */
function cellsOf(cells: readonly string[], { at }: SheetHeader): SheetCells {
  const found: SheetCells = {};
  for (const code of SHEET_COLUMN_CODES) {
    const index = at[code];
    const text = index === undefined ? '' : (cells[index] ?? '');
    // Longer than any field: kept long enough to be told from a right one, and refused for it.
    if (text.trim()) found[code] = text.slice(0, LONGEST_CELL);
  }
  return found;
}

async function tableOfXlsx(bytes: Buffer): Promise<string[][]> {
  await requireSafeArchive(bytes, MOST_SHEET_ROWS + 1000);
  // Loaded with the first sheet: 20 MB that an API which sees none need not hold.
  const { readSheet } = await import('read-excel-file/node');
  try {
    const table = await readSheet(bytes);
    return table.map((cells) => cells.map(textOf));
  } catch {
    throw problem('sheet.unreadable');
  }
}

/** What a cell shows, without a format of its own: a number with a point, a date as a day. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return String(value);
}

function tableOfCsv(bytes: Buffer): string[][] {
  if (bytes.includes(0)) throw problem(isUtf16(bytes) ? 'sheet.encoding' : 'sheet.unreadable');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw problem('sheet.encoding');
  }
  if (!text.trim()) throw problem('sheet.empty');
  try {
    return parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: LONGEST_RECORD,
      to: MOST_SHEET_ROWS + 1001,
    });
  } catch (error) {
    if (error instanceof CsvError) throw problem('sheet.unreadable');
    throw error;
  }
}

function isUtf16(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** The separator that stands most often in the first line. */
function delimiterOf(text: string): string {
  const line = text.slice(0, 4096).trimStart().split(/\r?\n/, 1)[0]!;
  const count = (separator: string): number => line.split(separator).length;
  return [',', ';', '\t'].reduce((best, separator) => (count(separator) > count(best) ? separator : best));
}
