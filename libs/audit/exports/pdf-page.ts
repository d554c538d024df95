import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import { plainText } from './canonical-csv.rules.js';
import { wrapped } from './wrapped-text.rules.js';

const require = createRequire(import.meta.url);
/** Loaded with the first PDF: 30 MB that an API which makes none need not hold. */
const pdfKit = () => require('pdfkit') as typeof import('pdfkit');
/** Whole TTF files: every Vietnamese letter is in them. */
const FONTS = {
  regular: require.resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf'),
};
const MARGIN = 36;
const FOOT = 24;
/** Height of a line for its type size. */
const LEADING = 1.32;
const REMEMBERED = 20_000;

export interface TextStyle {
  size: number;
  font?: keyof typeof FONTS;
  align?: 'left' | 'right';
}

/** Height of a line of a type size. */
export const lineHeight = ({ size }: TextStyle): number => size * LEADING;

/** A4 sheets that are written from top to bottom, in points; what is set is wrapped, never cut. */
export class PdfPages {
  /** Where the next thing begins. */
  y = MARGIN;
  private readonly doc: PDFKit.PDFDocument;
  private readonly bytes: Promise<Buffer>;
  private readonly widths = new Map<string, number>();

  constructor(title: string, madeAt: Date, layout: 'portrait' | 'landscape') {
    this.doc = new (pdfKit())({
      size: 'A4',
      layout,
      margin: 0,
      bufferPages: true,
      info: { Title: title, Creator: 'Chợ Xã', CreationDate: madeAt },
    });
    this.bytes = buffer(this.doc);
    for (const [name, file] of Object.entries(FONTS)) this.doc.registerFont(name, file);
  }

  get width(): number {
    return this.doc.page.width - 2 * MARGIN;
  }

  /** Height that is left on the page. */
  get room(): number {
    return this.doc.page.height - MARGIN - FOOT - this.y;
  }

  nextPage(): void {
    this.doc.addPage();
    this.y = MARGIN;
  }

  /** How wide a text is in one line. */
  widthOf(words: string, { size, font = 'regular' }: TextStyle): number {
    return this.widthAtOne(words, font) * size;
  }

  /** The lines a text takes in a column of this width. */
  wrap(words: string, width: number, style: TextStyle): string[] {
    return wrapped(printable(words), width, (text) => this.widthOf(text, style));
  }

  /** Sets wrapped lines with their upper edge at `y`. */
  set(lines: readonly string[], x: number, y: number, width: number, style: TextStyle): void {
    const { size, font = 'regular', align = 'left' } = style;
    this.doc.font(font).fontSize(size).fillColor('black');
    for (const [index, line] of lines.entries()) {
      const shift = align === 'right' ? width - this.widthOf(line, style) : 0;
      this.doc.text(line, MARGIN + x + shift, y + index * lineHeight(style), { lineBreak: false });
    }
  }

  /** A paragraph over the whole width. */
  write(words: string, style: TextStyle): void {
    for (const line of this.wrap(words, this.width, style)) {
      if (this.room < lineHeight(style)) this.nextPage();
      this.set([line], 0, this.y, this.width, style);
      this.y += lineHeight(style);
    }
  }

  /** A thin line over the whole width. */
  rule(y: number): void {
    this.doc
      .lineWidth(0.4)
      .strokeColor('#999')
      .moveTo(MARGIN, y)
      .lineTo(MARGIN + this.width, y)
      .stroke();
  }

  /** Writes the foot of every page and gives the file. */
  async finish(footOf: (page: number, pages: number) => string): Promise<Buffer> {
    const { start, count } = this.doc.bufferedPageRange();
    const style = { size: 7 };
    for (let page = start; page < start + count; page += 1) {
      this.doc.switchToPage(page);
      const y = this.doc.page.height - MARGIN - 10;
      this.rule(y - 4);
      this.set(this.wrap(footOf(page + 1, count), this.width, style), 0, y, this.width, style);
    }
    this.doc.end();
    return this.bytes;
  }

  /** Width of a text at type size 1. */
  private widthAtOne(text: string, font: keyof typeof FONTS): number {
    const key = `${font} ${text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      width = this.doc.font(font).fontSize(1).widthOfString(text);
      if (this.widths.size >= REMEMBERED) this.widths.clear();
      this.widths.set(key, width);
    }
    return width;
  }
}

/** A text as it can be set: no combining mark left over, on some of which the shaping of this font fails. */
function printable(text: string): string {
  return plainText(text).replace(/[\p{M}\p{C}]+/gu, ' ');
}
