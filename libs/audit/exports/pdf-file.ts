import { setImmediate as breathe } from 'node:timers/promises';
import { formatDay, localDay, toLocalTimestamp } from '@choxa/standards';
import type { AuditFile, FilledTable } from './audit-table.js';
import { columnTitle, hashOf } from './canonical-csv.rules.js';
import { CUT, factsOf, headlineFacts } from './file-facts.rules.js';
import { columnWidths, isFigure, paperText } from './pdf-columns.rules.js';
import { lineHeight, PdfPages, type TextStyle } from './pdf-page.js';

/** Rows of one table that are printed; whoever needs more takes the other forms. */
export const MOST_PRINTED = 2000;
const PRINTED_CUT = (rows: number): string =>
  `Bản in có ${MOST_PRINTED} dòng đầu trong ${rows} dòng; tệp XLSX hoặc CSV có đủ. / ` +
  `The first ${MOST_PRINTED} of ${rows} rows are printed; the XLSX and CSV files have all.`;
/** Columns that fit on an upright sheet. */
const UPRIGHT = 6;
const TITLE: TextStyle = { size: 13, font: 'bold' };
const HEADING: TextStyle = { size: 10, font: 'bold' };
const SMALL: TextStyle = { size: 8 };
const BODY: TextStyle = { size: 7.5 };
const HEAD: TextStyle = { size: 7.5, font: 'bold' };
/** Space around the text of a cell, in points. */
const PADDING = 3;
/** Rows between two breaths, so that a long print does not hold up other requests. */
const ROWS_AT_ONCE = 50;
/** Below this a table begins on the next page. */
const LEAST_ROOM = 110;
/** Lines of a row that make it worth dividing between two pages. */
const LONG_ROW = 8;

/**
 * A4 sheets with the tables of a file: head and foot on each say what it is, of when, how counted, and the hash; names of columns come again on every
 * page, long texts are wrapped.
 */
export async function pdfFile(file: AuditFile): Promise<Buffer> {
  const hash = hashOf(file);
  const upright = file.tables.every(({ columns }) => columns.length <= UPRIGHT);
  const pages = new PdfPages(`${file.titleVi} / ${file.titleEn}`, file.asOf, upright ? 'portrait' : 'landscape');
  pages.write(file.titleVi, TITLE);
  pages.write(file.titleEn, SMALL);
  pages.y += 6;
  for (const table of file.tables) await new PrintedTable(pages, file, table).write();
  for (const [name, value] of factsOf(file)) pages.write(`${name}: ${value}`, SMALL);
  const foot = `Chợ Xã · ${toLocalTimestamp(file.asOf)} · SHA-256 ${hash}`;
  return pages.finish((page, count) => `${foot} · trang / page ${page}/${count}`);
}

class PrintedTable {
  private readonly widths: number[];
  private readonly facts: string;
  private readonly alone: boolean;

  constructor(
    private readonly pages: PdfPages,
    file: AuditFile,
    private readonly table: FilledTable,
  ) {
    this.alone = file.tables.length === 1;
    this.widths = columnWidths(table.columns, table.rows, pages.width, (word, where) =>
      pages.widthOf(word, where === 'head' ? HEAD : BODY),
    );
    const facts = [...file.filters, ...table.filters, ...(table.headline ? headlineFacts(table.headline) : [])];
    this.facts = [...facts.map(([name, value]) => `${name}: ${value}`), `Số liệu ngày / As of: ${formatDay(localDay(file.asOf))}`].join(
      ' · ',
    );
  }

  async write(): Promise<void> {
    const { pages, table } = this;
    if (pages.room < LEAST_ROOM) pages.nextPage();
    this.head(this.alone);
    for (const [index, row] of table.rows.slice(0, MOST_PRINTED).entries()) {
      this.row(table.columns.map(({ key, kind }) => paperText(row[key] ?? null, kind)));
      if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await breathe();
    }
    if (!table.rows.length) pages.write('Không có dòng nào. / No rows.', SMALL);
    if (table.rows.length > MOST_PRINTED) pages.write(PRINTED_CUT(table.rows.length), SMALL);
    if (table.cut) pages.write(CUT, SMALL);
    pages.y += 10;
  }

  /** What stands above the rows on every page; where the file has just been named, without the name again. */
  private head(named = false): void {
    const { pages, table } = this;
    if (!named) pages.write(`${table.titleVi} / ${table.titleEn}`, HEADING);
    pages.write(this.facts, SMALL);
    pages.y += 4;
    const titles = this.wrap(table.columns.map(columnTitle), HEAD);
    this.lines(titles, HEAD, 0, linesIn(titles));
  }

  /** A row, on one page where it is not long. */
  private row(texts: readonly string[]): void {
    const { pages } = this;
    const cells = this.wrap(texts, BODY);
    const all = linesIn(cells);
    for (let from = 0; from < all;) {
      const fitting = Math.floor((pages.room - 2 * PADDING) / lineHeight(BODY));
      const count = Math.min(fitting, all - from);
      if (count === all - from || count >= LONG_ROW) {
        this.lines(cells, BODY, from, count);
        from += count;
      } else {
        pages.nextPage();
        this.head();
      }
    }
  }

  private wrap(texts: readonly string[], style: TextStyle): string[][] {
    return texts.map((text, at) => this.pages.wrap(text, this.widths[at]! - 2 * PADDING, style));
  }

  /** Sets `count` lines of every cell from line `from` on. */
  private lines(cells: readonly string[][], style: TextStyle, from: number, count: number): void {
    const { pages } = this;
    let x = 0;
    for (const [at, column] of this.table.columns.entries()) {
      const width = this.widths[at]!;
      const align = isFigure(column) ? 'right' : 'left';
      pages.set(cells[at]!.slice(from, from + count), x + PADDING, pages.y + PADDING, width - 2 * PADDING, { ...style, align });
      x += width;
    }
    pages.y += count * lineHeight(style) + 2 * PADDING;
    pages.rule(pages.y);
  }
}

const linesIn = (cells: readonly string[][]): number => Math.max(1, ...cells.map(({ length }) => length));
