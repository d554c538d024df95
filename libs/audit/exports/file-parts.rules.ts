import type { AuditFile, TableRow } from './audit-table.js';

/** Rows that go from one thread to another at once: about a millisecond's work. */
const ROWS_AT_ONCE = 1000;

/** Some rows of one of the tables of a file. */
export interface FilePart {
  readonly table: number;
  readonly rows: readonly TableRow[];
}

/** A file with its tables still empty; the rows follow in parts. */
export function withoutRows(file: AuditFile): AuditFile {
  return { ...file, tables: file.tables.map((table) => ({ ...table, rows: [] })) };
}

/** The rows of all tables, a few at a time. */
export function* partsOf({ tables }: AuditFile): Generator<FilePart> {
  for (const [table, { rows }] of tables.entries())
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) yield { table, rows: rows.slice(from, from + ROWS_AT_ONCE) };
}

/** The file whose parts these are. */
export function wholeFile(file: AuditFile, parts: readonly FilePart[]): AuditFile {
  const rows = Map.groupBy(parts, ({ table }) => table);
  return { ...file, tables: file.tables.map((table, at) => ({ ...table, rows: (rows.get(at) ?? []).flatMap((part) => part.rows) })) };
}
