import { createRequire } from 'node:module';
import { PassThrough, type Readable } from 'node:stream';
import { setImmediate as breathe } from 'node:timers/promises';
import { FONT_FILES, textWidth } from '../pictures/font.js';
import { LABEL_FORMAT, type LabelFormat, type LabelFormatName } from './label-format.js';
import { layoutLabel, type LabelContent, type LabelLayout, type PlacedDrawing } from './label-layout.js';

/** One kind of label of a sheet, and how many of it. */
export interface LabelBatch {
  readonly content: LabelContent;
  readonly copies: number;
}

const require = createRequire(import.meta.url);
/** Loaded with the first sheet: 30 MB that an API which prints none need not hold. */
const pdfKit = () => require('pdfkit') as typeof import('pdfkit');

const POINTS_PER_MM = 72 / 25.4;
/** Pages between two breaths, so that a long sheet does not hold up other requests; a label that is drawn takes one of its own. */
const PAGES_AT_ONCE = 25;

/**
 * A PDF of labels in true millimetres, as a stream: pages of a roll carry one label each, an A4 sheet twenty-four, whatever is on them. Each label
 * is drawn once and then referred to, and drawing waits for the reader, so memory does not grow with the number of labels.
 * The same labels and `madeAt` give the same bytes.
 */
export function labelPdf(batches: readonly LabelBatch[], formatName: LabelFormatName, madeAt: Date): Readable {
  const out = new PassThrough();
  const doc = new (pdfKit())({
    autoFirstPage: false,
    margin: 0,
    info: { Title: titleOf(batches), Creator: 'Chợ Xã', CreationDate: madeAt },
  });
  for (const [name, file] of Object.entries(FONT_FILES)) doc.registerFont(name, file);
  doc.on('data', (chunk: Buffer) => out.write(chunk)).on('end', () => out.end());
  drawPages(doc, out, batches, formatName).catch((error: unknown) => out.destroy(error as Error));
  return out;
}

function titleOf([first, ...others]: readonly LabelBatch[]): string {
  const { productName = '', lot = null, barcode } = first?.content ?? {};
  return `${productName} – ${lot?.code ?? barcode?.number14 ?? ''}${others.length ? ` (+${others.length})` : ''}`;
}

async function drawPages(doc: PDFKit.PDFDocument, out: PassThrough, batches: readonly LabelBatch[], name: LabelFormatName): Promise<void> {
  const format = LABEL_FORMAT[name];
  const perPage = format.columns * format.rows;
  let onPage = perPage;
  let pages = 0;
  for (const { content, copies } of batches) {
    const form = drawOnce(doc, layoutLabel(content, name));
    await breathe();
    for (let copy = 0; copy < copies; copy += 1) {
      if (onPage === perPage) {
        await room(out);
        if (out.destroyed) return;
        if (++pages % PAGES_AT_ONCE === 0) await breathe();
        doc.addPage({ size: [format.page.width * POINTS_PER_MM, format.page.height * POINTS_PER_MM], margin: 0 });
        onPage = 0;
      }
      place(doc, form, format, onPage);
      onPage += 1;
    }
  }
  doc.end();
}

/** Until the reader has taken what was written, or gone. */
async function room(out: PassThrough): Promise<void> {
  if (!out.writableNeedDrain) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  out.once('drain', resolve).once('close', resolve);
  await promise;
  out.off('drain', resolve).off('close', resolve);
}

/** The name under which pages refer to a drawn label, and the drawing. */
interface Form {
  readonly name: string;
  readonly ref: PDFKit.PDFKitReference;
}

/**
 * Draws a label as a PDF form. PDFKit writes to its current page only, so a stand-in of a page collects what is drawn and which fonts it took.
 */
function drawOnce(doc: PDFKit.PDFDocument, layout: LabelLayout): Form {
  const { width, height } = { width: layout.width * POINTS_PER_MM, height: layout.height * POINTS_PER_MM };
  const fonts: Record<string, PDFKit.PDFKitReference> = {};
  const ref = doc.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height], Resources: { Font: fonts } });
  const page = doc.page;
  const standIn = {
    width,
    height,
    fonts,
    ext_gstates: {},
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    write: (text: string) => ref.write(text),
  };
  doc.page = standIn as unknown as PDFKit.PDFPage;
  doc.save().transform(POINTS_PER_MM, 0, 0, -POINTS_PER_MM, 0, height).fillColor('black');
  for (const { text, font, x, baseline, size } of layout.texts) line(doc, text, font, x, baseline, size);
  for (const drawing of layout.drawings) code(doc, drawing);
  doc.restore();
  doc.page = page;
  ref.end(undefined);
  return { name: `L${ref.id}`, ref };
}

function place(doc: PDFKit.PDFDocument, { name, ref }: Form, format: LabelFormat, index: number): void {
  const { label, columns, first } = format;
  const x = first.x + (index % columns) * label.width;
  const y = first.y + Math.floor(index / columns) * label.height;
  doc.page.xobjects[name] = ref;
  // Forms stand upright, PDFKit's pages upside down.
  doc.save().transform(1, 0, 0, -1, x * POINTS_PER_MM, (y + label.height) * POINTS_PER_MM);
  doc.addContent(`/${name} Do`).restore();
}

function line(doc: PDFKit.PDFDocument, text: string, font: string, x: number, baseline: number, size: number): void {
  doc.font(font).fontSize(size).text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
}

function code(doc: PDFKit.PDFDocument, { drawing, x, y, moduleMm }: PlacedDrawing): void {
  for (const bar of drawing.bars) doc.rect(x + bar.x * moduleMm, y + bar.y * moduleMm, bar.width * moduleMm, bar.height * moduleMm);
  doc.fill();
  for (const { text, x: middle, baseline, size } of drawing.texts) {
    const inMm = size * moduleMm;
    line(doc, text, 'regular', x + middle * moduleMm - textWidth(text, inMm) / 2, y + baseline * moduleMm, inMm);
  }
}
