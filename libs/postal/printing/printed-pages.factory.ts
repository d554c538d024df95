import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const DPI = 203;

export interface PrintedPage {
  widthMm: number;
  heightMm: number;
  png: Buffer;
}

/** The pages of a PDF as a label printer of 203 dpi puts them on paper, drawn by PDFium: nothing of ours. */
export async function printPages(pdf: Buffer): Promise<PrintedPage[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const pages: PrintedPage[] = [];
  for (const page of document.pages()) {
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const dots = { width: Math.round((originalWidth / 72) * DPI), height: Math.round((originalHeight / 72) * DPI) };
    const { data, width, height } = await page.render({ ...dots, render: 'bitmap' });
    const png = await sharp(data, { raw: { width, height, channels: 4 } })
      .flatten({ background: '#ffffff' })
      .png()
      .toBuffer();
    pages.push({ widthMm: (originalWidth / 72) * 25.4, heightMm: (originalHeight / 72) * 25.4, png });
  }
  document.destroy();
  library.destroy();
  return pages;
}

let ready: Promise<void> | undefined;

async function prepare(): Promise<void> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });
}

/** What an independent decoder (zxing) reads from a page: kind and text of every code. */
export async function readCodes({ png }: PrintedPage): Promise<Record<string, string>> {
  await (ready ??= prepare());
  const found = await readBarcodes(new Uint8Array(png), { tryHarder: true, tryDownscale: false, formats: ['Code128', 'QRCode'] });
  return Object.fromEntries(found.map(({ format, text }) => [format, text]));
}
