import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { csvLine } from '@choxa/standards';
import { Workshop } from '../background/workshop.js';
import type makeWorkbook from './make-workbook.js';
import type { SheetCell, SheetPart, WorkbookSheet } from './workbook.js';

/** Where workbooks are written: beside the thread that answers people. */
const MAKER = import.meta.resolve('@choxa/platform/make-workbook');
/** Rows between two breaths, so that a long table does not hold up other requests: a few milliseconds' work. */
const ROWS_AT_ONCE = 500;

/** Tables that people take with them. */
@Injectable()
export class Spreadsheets {
  constructor(private readonly workshop: Workshop) {}

  /**
   * An XLSX file.
   *
   * @throws Problem `service.busy` when too many wait, `file.not-made` when it took too much time or memory
   */
  async workbook(...sheets: readonly WorkbookSheet[]): Promise<Buffer> {
    const heads = sheets.map(({ name, widths, stickyRows }) => ({ name, widths, stickyRows }));
    const { bytes } = await this.workshop.make<typeof makeWorkbook>(MAKER, heads, partsOf(sheets));
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  /** A CSV file with the mark by which Excel knows UTF-8; nothing in it is taken for a formula. */
  async csv(rows: Iterable<readonly string[]>): Promise<Buffer> {
    const lines = ['\uFEFF'];
    for (const row of rows) if (lines.push(csvLine(row)) % ROWS_AT_ONCE === 0) await breathe();
    return Buffer.from(lines.join(''));
  }
}

function* partsOf(sheets: readonly WorkbookSheet[]): Generator<SheetPart> {
  for (const [sheet, { rows: all }] of sheets.entries()) {
    let rows: (readonly SheetCell[])[] = [];
    for (const row of all) {
      rows.push(row);
      if (rows.length < ROWS_AT_ONCE) continue;
      yield { sheet, rows };
      rows = [];
    }
    if (rows.length) yield { sheet, rows };
  }
}
