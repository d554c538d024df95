import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { packLink } from '../trace/trace-link.rules.js';
import type { LabelContent } from './label-layout.js';

export const A_LOT = {
  code: '261101-01',
  producedOn: '2026-11-01',
  producedKind: 'harvest' as const,
  expiresOn: '2027-11-01',
  traceCode: 'ABCDEFGHJK',
};

/** A label of a coffee, or of whatever else is wished. */
export function aLabel(change: Partial<LabelContent> = {}, number14 = '08938500000010', lot: typeof A_LOT | null = A_LOT): LabelContent {
  const barcode = { kind: number14.startsWith('004') ? ('internal' as const) : ('gtin' as const), number14 };
  return {
    productName: 'Cà phê Arabica Cầu Đất rang mộc',
    netContent: '500 g',
    producerName: 'Hợp tác xã Nông nghiệp Cầu Đất',
    place: 'Xã Xuân Trường, tỉnh Lâm Đồng',
    barcode,
    link: packLink('https://choxa.vn', barcode, lot),
    lot,
    ...change,
  };
}

/** A page of a PDF as a printer of 300 dpi would put it on paper: one byte of grey per dot. */
export interface PrintedPage {
  width: number;
  height: number;
  grey: Buffer;
}

export const DPI = 300;

/** The pages of a PDF, drawn by PDFium: nothing of ours. */
export async function printPages(pdf: Buffer): Promise<PrintedPage[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const pages: PrintedPage[] = [];
  for (const page of document.pages()) {
    // Whole dots by ourselves: the library would cut the page's size to whole points first, half a per cent of a small label.
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const size = { width: Math.round((originalWidth / 72) * DPI), height: Math.round((originalHeight / 72) * DPI) };
    const { data, width, height } = await page.render({ ...size, render: 'bitmap' });
    // PDFium's four bytes per dot, blue first; labels are black on white.
    const grey = await sharp(data, { raw: { width, height, channels: 4 } })
      .flatten({ background: '#ffffff' })
      .toColourspace('b-w')
      .raw()
      .toBuffer();
    pages.push({ width, height, grey });
  }
  document.destroy();
  library.destroy();
  return pages;
}

/** A part of a page as a picture. Millimetres. */
export async function partOf(
  { grey, width, height }: PrintedPage,
  part: { x: number; y: number; width: number; height: number },
): Promise<Buffer> {
  const dots = (millimetres: number): number => Math.round((millimetres / 25.4) * DPI);
  const [left, top] = [dots(part.x), dots(part.y)];
  const box = { left, top, width: Math.min(width - left, dots(part.width)), height: Math.min(height - top, dots(part.height)) };
  return sharp(grey, { raw: { width, height, channels: 1 } })
    .extract(box)
    .png()
    .toBuffer();
}
