import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import { formatDay, localDay, printable } from '@choxa/standards';
import PDFDocument from 'pdfkit';
import { STATEMENT_TABLE, statementTitle, type MoneyStatement } from './statement-table.js';

const { resolve } = createRequire(import.meta.url);
/** Whole TTF files: every Vietnamese letter is in them. */
const FONT_FILES = {
  regular: resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
  bold: resolve('@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf'),
};
const MARGIN = 36;
const ROW = 16;
const SIZE = 7.5;
const amount = new Intl.NumberFormat('vi-VN');
const SHARES = STATEMENT_TABLE.reduce((sum, { share }) => sum + share, 0);

/** The statement on A4 sheets laid across, headings on each, the totals below the last row. */
export function statementPdf(statement: MoneyStatement): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin: MARGIN,
    bufferPages: true,
    info: { Title: printable(statementTitle(statement)), Creator: 'Chợ Xã', CreationDate: statement.madeAt },
  });
  for (const [name, file] of Object.entries(FONT_FILES)) doc.registerFont(name, file);
  const bytes = buffer(doc);
  drawTable(doc, statement);
  numberPages(doc, statement.madeAt);
  doc.end();
  return bytes;
}

function drawTable(doc: PDFKit.PDFDocument, statement: MoneyStatement): void {
  doc
    .font('bold')
    .fontSize(13)
    .text(printable(statementTitle(statement)), MARGIN, MARGIN);
  doc
    .font('regular')
    .fontSize(SIZE)
    .text('Số tiền tính bằng đồng. Đơn tính vào kỳ mà khách đặt.', MARGIN, MARGIN + 20);
  let y = drawRow(doc, MARGIN + 38, 'bold', (column) => column.title);
  for (const line of statement.lines) {
    if (y + 2 * ROW > doc.page.height - MARGIN) {
      doc.addPage();
      y = drawRow(doc, MARGIN, 'bold', (column) => column.title);
    }
    y = drawRow(doc, y, 'regular', (column) => column.of(line));
  }
  drawRow(doc, y, 'bold', ({ total }, index) => (total ? total(statement.totals) : index ? '' : `Cộng ${statement.totals.orders}`));
}

/** Where the next row begins. */
function drawRow(
  doc: PDFKit.PDFDocument,
  y: number,
  font: keyof typeof FONT_FILES,
  valueOf: (column: (typeof STATEMENT_TABLE)[number], index: number) => string | number,
): number {
  const unit = (doc.page.width - 2 * MARGIN) / SHARES;
  let x = MARGIN;
  doc.font(font).fontSize(SIZE);
  for (const [index, column] of STATEMENT_TABLE.entries()) {
    const value = valueOf(column, index);
    const shown = typeof value === 'number' ? amount.format(value) : printable(value);
    // Words keep clear of the figures before them.
    const gap = index && !column.total ? 5 : 0;
    doc.text(shown, x + gap, y + 4, { width: column.share * unit - 4 - gap, align: column.total ? 'right' : 'left', lineBreak: false });
    x += column.share * unit;
  }
  doc
    .lineWidth(0.4)
    .strokeColor('#bbb')
    .moveTo(MARGIN, y + ROW)
    .lineTo(doc.page.width - MARGIN, y + ROW)
    .stroke();
  return y + ROW;
}

function numberPages(doc: PDFKit.PDFDocument, madeAt: Date): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    const foot = `Chợ Xã · lập ngày ${formatDay(localDay(madeAt))} · trang ${page + 1}/${count}`;
    // Below the margin, where pdfkit would begin a new page.
    doc.page.margins.bottom = 0;
    doc
      .font('regular')
      .fontSize(SIZE)
      .text(foot, MARGIN, doc.page.height - MARGIN + 8, { lineBreak: false });
  }
}
