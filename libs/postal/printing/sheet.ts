import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import { setImmediate as breathe } from 'node:timers/promises';
import type { CodeBoxes } from './bars.js';

const require = createRequire(import.meta.url);
/** Loaded with the first sheet: 30 MB that an API which prints none need not hold. */
const pdfKit = () => require('pdfkit') as typeof import('pdfkit');
/** Whole TTF files: every Vietnamese letter is in them. */
const FONTS = {
  regular: require.resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf'),
};
const POINTS_PER_MM = 72 / 25.4;
/** Pages between two breaths, so that a long print does not hold up other requests. */
const PAGES_AT_ONCE = 5;
const SHRINK = 0.92;

/** Millimetres. */
export interface PageSize {
  width: number;
  height: number;
}

/** How a text is set; lengths in millimetres, `y` is its upper edge. */
export interface Setting {
  x: number;
  y: number;
  width: number;
  size: number;
  font?: keyof typeof FONTS;
  align?: 'left' | 'right' | 'center';
  /** Lines it may take; what does not fit ends in an ellipsis. One unless told. */
  lines?: number;
}

/** A page being drawn, in millimetres from its upper left corner. Black on white. */
export class Sheet {
  constructor(private readonly doc: PDFKit.PDFDocument) {}

  /** Sets a text; a single line becomes smaller (to half its size) before it is cut. */
  text(words: string, { x, y, width, size, font = 'regular', align = 'left', lines = 1 }: Setting): void {
    const printable = words.normalize('NFC').replace(/[\p{M}\p{C}]+/gu, ' ');
    const { doc } = this;
    let fitted = size;
    doc.font(font).fontSize(fitted);
    while (lines === 1 && fitted > size / 2 && doc.widthOfString(printable) > width) doc.fontSize((fitted *= SHRINK));
    doc.text(printable, x, y, { width, align, height: lines * doc.currentLineHeight() * 1.01, ellipsis: '…', lineGap: 0 });
  }

  /** Draws a code with modules of `module` mm; bars of one module height become `barHeight` high. */
  code({ boxes }: CodeBoxes, x: number, y: number, module: number, barHeight = module): void {
    for (const box of boxes) this.doc.rect(x + box.x * module, y + box.y * module, box.width * module, box.height * barHeight);
    this.doc.fill('black');
  }

  rule(x: number, y: number, width: number): void {
    this.doc.rect(x, y, width, 0.3).fill('black');
  }

  frame(x: number, y: number, width: number, height: number): void {
    this.doc.lineWidth(0.5).rect(x, y, width, height).stroke('black');
  }
}

/** A PDF of one page per item in true millimetres. The same items and time give the same bytes. */
export async function printed<Item>(
  title: string,
  madeAt: Date,
  items: readonly Item[],
  sizeOf: (item: Item) => PageSize,
  draw: (sheet: Sheet, item: Item) => void,
): Promise<Buffer> {
  const doc = new (pdfKit())({ autoFirstPage: false, margin: 0, info: { Title: title, Creator: 'Chợ Xã', CreationDate: madeAt } });
  const bytes = buffer(doc);
  for (const [name, file] of Object.entries(FONTS)) doc.registerFont(name, file);
  for (const [index, item] of items.entries()) {
    const { width, height } = sizeOf(item);
    doc.addPage({ size: [width * POINTS_PER_MM, height * POINTS_PER_MM], margin: 0 });
    doc.scale(POINTS_PER_MM).fillColor('black');
    draw(new Sheet(doc), item);
    if (index % PAGES_AT_ONCE === PAGES_AT_ONCE - 1) await breathe();
  }
  doc.end();
  return bytes;
}
