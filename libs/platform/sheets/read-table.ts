import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { platformProblem } from '../errors/problem.js';
import { requireSafeArchive } from './safe-archive.js';

const LONGEST_RECORD = 64 * 1024;

/**
 * The cells of the first sheet of an XLSX, or of a CSV file (told by its bytes, not by its name), as texts; what is in them is judged by the caller.
 * Throws `sheet.empty`, `sheet.unreadable`, `sheet.encoding`, `sheet.too-large`.
 */
export async function readTable(bytes: Buffer, mostRows: number): Promise<string[][]> {
  if (!bytes.length) throw platformProblem('sheet.empty');
  const isArchive = bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'));
  return isArchive ? tableOfXlsx(bytes, mostRows) : tableOfCsv(bytes, mostRows);
}

async function tableOfXlsx(bytes: Buffer, mostRows: number): Promise<string[][]> {
  await requireSafeArchive(bytes, mostRows + 1000);
  // Loaded with the first sheet: 20 MB that an API which sees none need not hold.
  const { readSheet } = await import('read-excel-file/node');
  try {
    const table = await readSheet(bytes);
    return table.map((cells) => cells.map(textOf));
  } catch {
    throw platformProblem('sheet.unreadable');
  }
}

/** What a cell shows, without a format of its own: a number with a point, a date as a day. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return String(value);
}

function tableOfCsv(bytes: Buffer, mostRows: number): string[][] {
  if (bytes.includes(0)) throw platformProblem(isUtf16(bytes) ? 'sheet.encoding' : 'sheet.unreadable');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw platformProblem('sheet.encoding');
  }
  if (!text.trim()) throw platformProblem('sheet.empty');
  try {
    return parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: LONGEST_RECORD,
      to: mostRows + 1001,
    });
  } catch (error) {
    if (error instanceof CsvError) throw platformProblem('sheet.unreadable');
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
