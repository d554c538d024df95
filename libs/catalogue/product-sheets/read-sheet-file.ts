import { platformProblem, readTable } from '@choxa/platform';
import { problem } from '../catalogue.problems.js';
import { readSheetHeader, SHEET_COLUMN_CODES, SHEET_COLUMNS, type SheetCells, type SheetHeader } from './sheet-columns.js';

/** A product sheet as it lies in its file; rows are numbered as a spreadsheet counts them, the header being 1. */
export interface SheetFile {
  rows: { row: number; cells: SheetCells }[];
  /** Names of columns that are not read. */
  ignored: string[];
}

export const MOST_SHEET_ROWS = 20_000;
const LONGEST_CELL = 8_000;

/**
 * Reads an XLSX or CSV file (told by its bytes, not by its name) and checks its form; what is in the cells is judged later.
 * Throws `sheet.empty`, `sheet.unreadable`, `sheet.encoding`, `sheet.too-large`, `sheet.columns` (naming them).
 */
export async function readSheetFile(bytes: Buffer): Promise<SheetFile> {
  const table = await readTable(bytes, MOST_SHEET_ROWS);
  const first = table.findIndex((cells) => cells.some((cell) => cell.trim()));
  if (first === -1) throw platformProblem('sheet.empty');
  const header = readSheetHeader(table[first]!);
  requireColumns(header);
  const rows = table
    .map((cells, index) => ({ row: index + 1, cells: cellsOf(cells, header) }))
    .slice(first + 1)
    .filter(({ cells }) => Object.keys(cells).length > 0);
  if (!rows.length) throw platformProblem('sheet.empty');
  if (rows.length > MOST_SHEET_ROWS) throw platformProblem('sheet.too-large');
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
