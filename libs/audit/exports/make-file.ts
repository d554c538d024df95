import type { Maker } from '@choxa/platform';
import type { AuditFile } from './audit-table.js';
import { hashOf } from './canonical-csv.rules.js';
import { csvFile } from './csv-file.js';
import { wholeFile, type FilePart } from './file-parts.rules.js';
import { pdfFile } from './pdf-file.js';
import { xlsxFile } from './xlsx-file.js';

const WRITERS = { xlsx: xlsxFile, csv: csvFile, pdf: pdfFile } as const;
export type ExportFormat = keyof typeof WRITERS;

/** A file still without its rows, and its form. */
export interface FileOrder {
  readonly format: ExportFormat;
  readonly file: AuditFile;
}

/** The bytes of a file, and the hash of its rows. */
export interface MadeFile {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** Writes a file in one of its forms. Runs in a thread of the Workshop, so it imports nothing of the application. */
const makeFile: Maker<FileOrder, FilePart, MadeFile> = async ({ format, file }, parts) => {
  const whole = wholeFile(file, parts);
  return { bytes: await WRITERS[format](whole), sha256: hashOf(whole) };
};

export default makeFile;
