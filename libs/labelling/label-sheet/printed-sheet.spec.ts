import { buffer } from 'node:stream/consumers';
import { gs1CheckDigit, gtinFromPrefix, internalNumber } from '@choxa/standards';
import { readCodes } from '../pictures/decoder.factory.js';
import { LABEL_FORMAT, type LabelFormatName } from './label-format.js';
import { layoutLabel, type LabelContent } from './label-layout.js';
import { labelPdf } from './label-pdf.js';
import { A_LOT, aLabel, DPI, partOf, printPages, type PrintedPage } from './label-sheet.factory.js';

const AT = new Date('2026-11-16T02:00:00Z');
const NAMES = ['Cà phê Arabica Cầu Đất', 'Mật ong hoa cà phê', 'Nước mắm cá cơm Phú Quốc loại thượng hạng ủ chượp mười hai tháng', 'Trà'];

const DOT = 25.4 / DPI;

/** The n-th of a hundred different labels: licensed numbers of 13, 12 and 8 digits and internal ones, with and without lot. */
function mixed(n: number): LabelContent {
  const short = `934${String(5000 + n)}`;
  const number14 = [
    `0${gtinFromPrefix('8938500', n)}`,
    `0${internalNumber(7_000 + n)}`,
    `0${gtinFromPrefix('0614141', n)}`,
    `000000${short}${gs1CheckDigit(short)}`,
  ][n % 4]!;
  const code = ['261101-01', `L${n}/2026`, 'A', '0123456789ABCDEFGHIJ'][n % 4]!;
  return aLabel({ productName: NAMES[n % NAMES.length]!, netContent: `${100 + n} g` }, number14, n % 5 === 4 ? null : { ...A_LOT, code });
}

/** Where the n-th label of a sheet lies: its page and its corner. */
function spot(format: LabelFormatName, n: number): { page: number; x: number; y: number; width: number; height: number } {
  const { label, columns, rows, first } = LABEL_FORMAT[format];
  const at = n % (columns * rows);
  const page = Math.floor(n / (columns * rows));
  return { page, x: first.x + (at % columns) * label.width, y: first.y + Math.floor(at / columns) * label.height, ...label };
}

/**
 * The bars crossed by a line at a height, between two places: where the first begins, where the last ends (millimetres, to the part of a dot
 * that is dark) and how many there are.
 */
function barsAt({ grey, width }: PrintedPage, y: number, from: number, to: number): { begin: number; end: number; count: number } {
  const dots = (millimetres: number): number => Math.round((millimetres / 25.4) * DPI);
  const row = dots(y) * width;
  const dark = Array.from({ length: dots(to) - dots(from) }, (_, x) => 1 - grey[row + dots(from) + x]! / 255);
  const starts = dark.flatMap((value, x) => (value >= 0.5 && (dark[x - 1] ?? 0) < 0.5 ? [x] : []));
  const first = starts[0]!;
  const last = dark.findLastIndex((value) => value >= 0.5);
  const begin = first + 1 - dark[first]! - (dark[first - 1] ?? 0);
  const end = last + dark[last]! + (dark[last + 1] ?? 0);
  return { begin: ((dots(from) + begin) / DPI) * 25.4, end: ((dots(from) + end) / DPI) * 25.4, count: starts.length };
}

describe.each([
  ['a4', 100],
  ['roll-50x30', 20],
  ['roll-100x50', 20],
] as const)('a mixed sheet, %s, of %s labels, printed at 300 dpi', (format, count) => {
  const labels = Array.from({ length: count }, (_, n) => mixed(n));
  let pages: PrintedPage[];
  beforeAll(async () => {
    pages = await printPages(
      await buffer(
        labelPdf(
          labels.map((content) => ({ content, copies: 1 })),
          format,
          AT,
        ),
      ),
    );
  }, 60_000);

  it('every barcode and QR code is read to exactly the number and the link it should carry', async () => {
    for (const [n, label] of labels.entries()) {
      const { page, ...part } = spot(format, n);
      const read = await readCodes(await partOf(pages[page]!, part));
      const texts = read.map((text) => (/^[0-9]+$/.test(text) ? text.padStart(14, '0') : text));
      expect([n, ...texts.toSorted()]).toEqual([n, label.barcode.number14, label.link]);
    }
  }, 60_000);

  it('every EAN-13 is 37.29 mm wide: 31.35 mm of bars, and its quiet zones are white', () => {
    for (const [n, label] of labels.entries()) {
      if (label.barcode.number14.startsWith('000000')) continue;
      const { page, x, y } = spot(format, n);
      const bars = layoutLabel(label, format).drawings[1]!;
      const left = x + bars.x;
      // A third of the way down, where only bars are.
      const { begin, end, count } = barsAt(
        pages[page]!,
        y + bars.y + (bars.drawing.bars[2]!.height * bars.moduleMm) / 3,
        left,
        left + 37.29,
      );
      expect(count).toBe(30);
      expect(Math.abs(end - begin - 31.35)).toBeLessThan(0.2);
      // The symbol with its quiet zones is 113X wide, the bars 95X of it.
      expect(Math.abs(((end - begin) * 113) / 95 - 37.29)).toBeLessThan(0.2);
      // White inside the symbol: 11X to the left and 7X to the right, to the dot.
      expect(begin - left).toBeGreaterThan(11 * 0.33 - DOT);
      expect(left + 37.29 - end).toBeGreaterThan(7 * 0.33 - DOT);
    }
  });
});
