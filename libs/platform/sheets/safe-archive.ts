import { createInflateRaw } from 'node:zlib';
import { platformProblem } from '../errors/problem.js';

const MOST_ENTRIES = 200;
/** Unpacked bytes of all entries; 20,000 full rows need about 20 MB. */
const MOST_UNPACKED = 80 * 1024 * 1024;
const MOST_COLUMNS = 200;
const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

interface Entry {
  name: string;
  method: number;
  packed: Buffer;
}

/**
 * Lets only archives pass whose entries stay small when they are really unpacked (what their headers claim is not believed), and whose sheets
 * name no cell beyond `mostRows`, since a reader makes room for the furthest one.
 * Throws `sheet.unreadable`, `sheet.too-large`.
 */
export async function requireSafeArchive(bytes: Buffer, mostRows: number): Promise<void> {
  let unpacked = 0;
  for (const { name, method, packed } of entriesOf(bytes)) {
    const isSheet = /^xl\/worksheets\/[^/]+\.xml$/i.test(name);
    let tail = '';
    const look = (chunk: Buffer): void => {
      unpacked += chunk.length;
      if (unpacked > MOST_UNPACKED) throw platformProblem('sheet.too-large');
      if (!isSheet) return;
      // A reference may be cut by the border of two chunks, and stretched with spaces.
      const text = (tail + chunk.toString('latin1')).replace(/\s+/g, ' ');
      requireNearCells(text, mostRows);
      tail = text.slice(-200);
    };
    if (method === 0) look(packed);
    else if (method === 8) await inflate(packed, look);
    else throw platformProblem('sheet.unreadable');
  }
}

/** The entries of the central directory, checked against the file's own bounds. */
function entriesOf(bytes: Buffer): Entry[] {
  const from = Math.max(0, bytes.length - 65_557);
  let end = bytes.length - 22;
  while (end >= from && bytes.readUInt32LE(end) !== END) end -= 1;
  if (end < from || end < 0) throw platformProblem('sheet.unreadable');
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw platformProblem('sheet.too-large');
  const entries: Entry[] = [];
  try {
    let at = bytes.readUInt32LE(end + 16);
    for (let n = 0; n < count; n += 1) {
      if (bytes.readUInt32LE(at) !== CENTRAL) throw platformProblem('sheet.unreadable');
      const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
      const [nameLength, extra, comment] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
      const local = bytes.readUInt32LE(at + 42);
      if (bytes.readUInt32LE(local) !== LOCAL) throw platformProblem('sheet.unreadable');
      const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      if (start + size > bytes.length) throw platformProblem('sheet.unreadable');
      const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
      entries.push({ name, method, packed: bytes.subarray(start, start + size) });
      at += 46 + nameLength + extra + comment;
    }
  } catch (error) {
    if (error instanceof RangeError) throw platformProblem('sheet.unreadable');
    throw error;
  }
  return entries;
}

function inflate(packed: Buffer, look: (chunk: Buffer) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const stream = createInflateRaw();
    stream.on('data', (chunk: Buffer) => {
      try {
        look(chunk);
      } catch (error) {
        stream.destroy(error as Error);
      }
    });
    stream.on('error', (error) =>
      reject('code' in error && String(error.code).startsWith('Z_') ? platformProblem('sheet.unreadable') : error),
    );
    stream.on('end', resolve);
    stream.end(packed);
  });
}

/** Cells, rows and the sheet's own word on its size: `r="C7"`, `r="7"`, `<dimension ref="A1:C7"/>`. */
const REFERENCES = /(?: r|dimension ref) ?= ?["'](?:[A-Za-z]{1,9}\d{1,10}:)?([A-Za-z]{0,9})(\d{1,10})/g;

function requireNearCells(xml: string, mostRows: number): void {
  for (const [, column, row] of xml.matchAll(REFERENCES))
    if (Number(row) > mostRows || columnNumber(column!) > MOST_COLUMNS) throw platformProblem('sheet.too-large');
}

function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
