import writeXlsxFile from 'write-excel-file/node';
import type { Maker } from '../background/maker.js';
import type { SheetCell, SheetHead, SheetPart } from './workbook.js';

/** Writes an XLSX file. Runs in a thread of the Workshop, so it imports nothing of the application. */
const makeWorkbook: Maker<readonly SheetHead[], SheetPart, { bytes: Uint8Array }> = async (heads, parts) => {
  const sheets = heads.map(({ name, widths, stickyRows }, at) => ({
    data: parts.filter(({ sheet }) => sheet === at).flatMap(({ rows }) => rows.map((row) => row.map(cellOf))),
    sheet: name,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: stickyRows,
  }));
  return { bytes: await writeXlsxFile(sheets as never).toBuffer() };
};

export default makeWorkbook;

function cellOf(cell: SheetCell) {
  const { value, bold, wrap, colour, format } = typeof cell === 'object' && cell ? cell : { value: cell };
  if (value === null || value === '') return null;
  return { value, type: typeof value === 'number' ? Number : String, fontWeight: bold && 'bold', wrap, backgroundColor: colour, format };
}
