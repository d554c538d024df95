import type { AuditFile } from './audit-table.js';
import { canonicalCsv, textCell } from './canonical-csv.rules.js';
import { factsOf } from './file-facts.rules.js';

/** The tables as CSV with the mark by which spreadsheets know UTF-8; behind an empty line, what the file says of itself. */
export function csvFile(file: AuditFile): Buffer {
  const notes = factsOf(file).map((fact) => `${fact.map(textCell).join(',')}\r\n`);
  return Buffer.from(`\uFEFF${canonicalCsv(file)}\r\n${notes.join('')}`);
}
