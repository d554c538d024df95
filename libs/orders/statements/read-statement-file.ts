import { createHash } from 'node:crypto';
import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { orderProblem } from '../orders.problems.js';
import { readHeadings, type ColumnMap } from './statement-columns.rules.js';
import { readLine, type ReadLine } from './statement-line.rules.js';

export interface StatementFile {
  /** The headings that were taken, by what they are taken for. */
  headings: Record<string, string>;
  lines: StatementLine[];
}

export interface StatementLine {
  /** As a spreadsheet counts. */
  row: number;
  cells: string[];
  hash: string;
  read: ReadLine;
}

const MOST_LINES = 5_000;
/** Banks set their name, the account and the period above the headings. */
const HEADINGS_WITHIN = 40;

/**
 * Reads a bank's CSV export: the headings are found, whatever stands above them.
 * Throws `statement.unreadable` (also for a spreadsheet that is no CSV), `statement.columns`, `statement.too-large`.
 */
export function readStatementFile(bytes: Buffer): StatementFile {
  const table = tableOf(textOf(bytes));
  const at = table.slice(0, HEADINGS_WITHIN).findIndex((cells) => readHeadings(cells));
  if (at === -1) throw orderProblem('statement.columns');
  const map = readHeadings(table[at]!)!;
  const rows = table.slice(at + 1).map((cells, index) => ({ row: at + index + 2, cells }));
  if (rows.length > MOST_LINES) throw orderProblem('statement.too-large');
  return {
    headings: Object.fromEntries(Object.entries(map).map(([column, place]) => [column, table[at]![place]!.trim()])),
    lines: rows.filter(({ cells }) => cells.some((cell) => cell.trim())).map(({ row, cells }) => line(row, cells, map)),
  };
}

function line(row: number, cells: string[], map: ColumnMap): StatementLine {
  const hash = createHash('sha256')
    .update(JSON.stringify(cells.map((cell) => cell.trim())))
    .digest('hex');
  return { row, cells, hash, read: readLine(cells, map) };
}

/** UTF-8, or UTF-16 as some spreadsheets save it; what is neither is taken for Windows' Vietnamese. */
function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes.includes(0)) throw orderProblem('statement.unreadable');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1258').decode(bytes);
  }
}

function tableOf(text: string): string[][] {
  try {
    return parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: false,
      to: MOST_LINES + HEADINGS_WITHIN + 1,
    });
  } catch (error) {
    if (error instanceof CsvError) throw orderProblem('statement.unreadable');
    throw error;
  }
}

/** The separator that cuts the text into most cells; commas inside amounts are quoted where the comma separates. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 16_384);
  const lines = (separator: string): number => head.split('\n').filter((one) => one.split(separator).length >= 3).length;
  return ['\t', ';', ','].reduce((best, separator) => (lines(separator) > lines(best) ? separator : best));
}
