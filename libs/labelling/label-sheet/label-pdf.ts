import { setImmediate as breathe } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { FONT_FILES, textWidth } from '../pictures/font.js';
import { layoutLabel, type LabelContent, type LabelLayout, type PlacedDrawing } from './label-layout.js';

const POINTS_PER_MM = 72 / 25.4;
/** Pages between two breaths, so that 500 labels do not hold up other requests. */
const PAGES_AT_ONCE = 25;

/**
 * A PDF of `copies` labels, one per page of exactly 50 × 30 mm, as a stream. The same content and `madeAt` give the same bytes.
 */
export function labelPdf(content: LabelContent, copies: number, madeAt: Date): PDFKit.PDFDocument {
  const doc = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    info: { Title: `${content.productName} – ${content.lot?.code ?? content.barcode.number14}`, Creator: 'Chợ Xã', CreationDate: madeAt },
  });
  for (const [name, file] of Object.entries(FONT_FILES)) doc.registerFont(name, file);
  const layout = layoutLabel(content, (text, font, size) => textWidth(text, size, font));
  void drawPages(doc, layout, copies).catch((error: unknown) => doc.destroy(error as Error));
  return doc;
}

async function drawPages(doc: PDFKit.PDFDocument, layout: LabelLayout, copies: number): Promise<void> {
  for (let page = 1; page <= copies; page += 1) {
    doc.addPage({ size: [layout.width * POINTS_PER_MM, layout.height * POINTS_PER_MM], margin: 0 });
    doc.save().scale(POINTS_PER_MM).fillColor('black');
    for (const { text, font, x, baseline, size } of layout.texts) line(doc, text, font, x, baseline, size);
    for (const drawing of layout.drawings) code(doc, drawing);
    doc.restore();
    if (page % PAGES_AT_ONCE === 0) await breathe();
  }
  doc.end();
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
