import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Transform, Writable, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse, type Info } from 'csv-parse';
import { Failure } from '../failure.js';
import { cellsOfRecord, readHeader, type Header, type HeaderFault } from './columns.rules.js';
import { faultOfStart, isDamaged, type FileFault } from './file-kind.rules.js';

/** A list as it lies in its file. */
export interface ListFile<Name extends string> {
  rows: readonly { row: number; cells: Readonly<Record<Name, string>> }[];
  /** Columns that are not read. */
  ignored: readonly string[];
}

/** Limits against files that are none of ours; README. */
const MOST_BYTES = 50 * 1024 * 1024;
const MOST_ROWS = 100_000;
const LONGEST_LINE = 256 * 1024;
const LONGEST_RECORD = 64 * 1024;
const HEAD_BYTES = 64 * 1024;
const MOST_FAULTS = 5;
/** From this share of damaged rows on, the file was saved in a wrong way, not the rows written so. */
const DAMAGED_SHARE = 0.2;

const ENCODING: [string, string] = [
  'sai bảng mã: tệp phải là UTF-8 (Excel: Lưu thành → CSV UTF-8)',
  'wrong encoding: the file must be UTF-8 (Excel: Save as → CSV UTF-8)',
];
const FAULTS: Readonly<Record<FileFault, [string, string]>> = {
  empty: ['tệp trống', 'the file is empty'],
  spreadsheet: ['đây là bảng tính hoặc tệp nén: hãy lưu thành CSV UTF-8', 'it is a spreadsheet or an archive: save it as CSV UTF-8'],
  binary: ['đây không phải tệp văn bản CSV', 'it is no CSV text file'],
  utf16: ENCODING,
  'not-utf8': ENCODING,
};

/** What makes one list another: its columns, those that may be absent, and the one by whose letters a wrongly saved file is known. */
interface ListKind<Name extends string> {
  columns: readonly Name[];
  optional?: readonly Name[];
  named: Name;
}

/**
 * Reads a whole list and checks its form. Memory stays within the limits above, whatever the file.
 * @throws Failure with one sentence when the file cannot be taken: nothing of it is then imported
 */
export async function readListFile<Name extends string>(
  path: string,
  { columns, optional = [], named }: ListKind<Name>,
): Promise<ListFile<Name>> {
  const refuse = (vi: string, en: string): Failure =>
    new Failure(`Không nhập ${basename(path)}: ${vi}.`, `${basename(path)} was not imported: ${en}.`);
  try {
    await requireFile(path, refuse);
    const header = requireHeader(readHeader(await headOf(path, refuse), columns, optional), refuse);
    const rows = await readRows(path, header, refuse);
    if (!rows.length) throw refuse('tệp chỉ có dòng tiêu đề', 'the file has a header and no rows');
    const damaged = rows.filter(({ cells }) => isDamaged(cells[named])).length;
    if (damaged > 1 && damaged >= rows.length * DAMAGED_SHARE) throw refuse(...ENCODING);
    return { rows, ignored: header.ignored };
  } catch (error) {
    throw readingFailure(error, refuse);
  }
}

type Refuse = (vi: string, en: string) => Failure;

async function requireFile(path: string, refuse: Refuse): Promise<void> {
  const found = await stat(path);
  if (found.isDirectory()) throw refuse('đó là một thư mục', 'it is a folder');
  if (!found.isFile()) throw refuse('đó không phải tệp thường', 'it is not a plain file');
  if (found.size === 0) throw refuse(...FAULTS.empty);
  if (found.size > MOST_BYTES) throw refuse('tệp lớn hơn 50 MB: hãy tách ra', 'it is larger than 50 MB: split it');
}

/** The first line that is not empty. */
async function headOf(path: string, refuse: Refuse): Promise<string> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const bytes = buffer.subarray(0, bytesRead);
    const fault = faultOfStart(bytes);
    if (fault) throw refuse(...FAULTS[fault]);
    // Cut in the middle of a letter: only what was read whole is decoded.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    const line = /^[\r\n]*([^\r\n]*)([\r\n]|$)/.exec(text);
    if (!line?.[1]?.trim() && bytesRead < HEAD_BYTES) throw refuse(...FAULTS.empty);
    if (!line?.[1] || (!line[2] && bytesRead === HEAD_BYTES)) throw refuse('không có dòng tiêu đề', 'it has no header line');
    return line[1];
  } finally {
    await file.close();
  }
}

function requireHeader<Name extends string>(header: Header<Name> | HeaderFault<Name>, refuse: Refuse): Header<Name> {
  if ('missing' in header) {
    const names = header.missing.join(', ');
    throw refuse(`thiếu cột ${names}`, `missing column ${names}`);
  }
  if ('twice' in header) throw refuse(`cột ${header.twice} có hai lần`, `column ${header.twice} is there twice`);
  return header;
}

async function readRows<Name extends string>(path: string, header: Header<Name>, refuse: Refuse): Promise<ListFile<Name>['rows']> {
  const rows: { row: number; cells: Record<Name, string> }[] = [];
  const faults: number[] = [];
  const parser = parse({
    bom: true,
    delimiter: header.delimiter,
    relax_quotes: true, // Gạo "Cái quạt mo", typed without doubling
    relax_column_count: true, // counted here, to name the row
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD,
    info: true,
  });
  const keep = ({ record, info }: { record: string[]; info: Info }): void => {
    if (info.records > MOST_ROWS) throw refuse('tệp có hơn 100.000 dòng: hãy tách ra', 'it has more than 100,000 rows: split it');
    if (info.records === 1 || isBlank(record)) return;
    const row = info.records + info.empty_lines;
    const cells = cellsOfRecord(record, header);
    if (cells) rows.push({ row, cells });
    else if (faults.push(row) >= MOST_FAULTS) throw wrongWidth(faults, header, refuse);
  };
  await pipeline(createReadStream(path), checkedText(refuse), parser, sinkOf(keep));
  if (faults.length) throw wrongWidth(faults, header, refuse);
  return rows;
}

/** A line of spaces or of delimiters. */
function isBlank(record: readonly string[]): boolean {
  return record.every((field) => /^[^\S\r\n]*$/u.test(field));
}

function sinkOf<T>(keep: (one: T) => void): Writable {
  return new Writable({
    objectMode: true,
    write(one: T, _encoding, done) {
      try {
        keep(one);
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
}

function wrongWidth(rows: readonly number[], { width }: Pick<Header, 'width'>, refuse: Refuse): Failure {
  const list = rows.join(', ') + (rows.length === MOST_FAULTS ? '…' : '');
  return refuse(
    `dòng ${list} thiếu hoặc thừa ô so với ${width} cột của tiêu đề (thiếu dấu ngoặc kép, hoặc tệp bị cắt)`,
    `row ${list} has fewer or more fields than the ${width} columns of the header (a missing quote, or a file cut short)`,
  );
}

/** Lets bytes through that are UTF-8 in lines of bearable length. */
function checkedText(refuse: Refuse): Transform {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let sinceLine = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      try {
        decoder.decode(chunk, { stream: true });
      } catch (error) {
        return done(error as Error);
      }
      if (chunk.includes(0)) return done(refuse(...FAULTS.binary));
      for (let from = 0; from < chunk.length;) {
        const end = lineEnd(chunk, from);
        sinceLine += end - from;
        if (sinceLine > LONGEST_LINE) return done(refuse('có một dòng quá dài', 'one of its lines is too long'));
        if (end === chunk.length) break;
        sinceLine = 0;
        from = end + 1;
      }
      done(null, chunk);
    },
    flush(done) {
      try {
        decoder.decode();
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
}

function lineEnd(chunk: Buffer, from: number): number {
  const feed = chunk.indexOf(0x0a, from);
  const end = feed === -1 ? chunk.length : feed;
  const back = chunk.subarray(from, end).indexOf(0x0d);
  return back === -1 ? end : from + back;
}

function readingFailure(error: unknown, refuse: Refuse): unknown {
  const { code } = error as { code?: string };
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return refuse(...ENCODING);
  if (code === 'ENOENT') return refuse('không có tệp đó', 'there is no such file');
  if (code === 'EACCES' || code === 'EPERM') return refuse('không được phép đọc tệp', 'it may not be read');
  if (code === 'ENAMETOOLONG' || code === 'ENOTDIR' || code === 'ELOOP') return refuse('không có tệp đó', 'there is no such file');
  if (!(error instanceof CsvError)) return error;
  const line = String((error as { lines?: number }).lines ?? '?');
  if (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE')
    return refuse(`dấu ngoặc kép mở mà không đóng trước dòng ${line}`, `a quote is opened and not closed before line ${line}`);
  return refuse(`không đọc được CSV gần dòng ${line}`, `it is not readable as CSV near line ${line}`);
}
