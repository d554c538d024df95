import { PDFiumLibrary, type PDFiumDocument } from '@hyzyla/pdfium';
import sharp, { type Sharp } from 'sharp';

/** Dots in an inch of the printers of labels. */
const PRINTED_DPI = 203;

/** The text of the first page, lines joined by spaces. */
export function textOfPdf(bytes: Buffer): Promise<string> {
  return reading(bytes, async (document) => document.getPage(0).getText().replace(/\s+/g, ' '));
}

/** The first page as a printer of labels prints it. */
export async function pictureOfPdf(bytes: Buffer): Promise<Sharp> {
  const { data, width, height } = await reading(bytes, (document) =>
    document.getPage(0).render({ scale: PRINTED_DPI / 72, render: 'bitmap' }),
  );
  return sharp(data, { raw: { width, height, channels: 4 } });
}

async function reading<T>(bytes: Buffer, read: (document: PDFiumDocument) => Promise<T>): Promise<T> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  try {
    return await read(document);
  } finally {
    document.destroy();
    library.destroy();
  }
}
