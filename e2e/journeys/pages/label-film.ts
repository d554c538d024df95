import { writeFileSync } from 'node:fs';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';

const [WIDTH, HEIGHT] = [1280, 960];

/** Writes a film (Y4M, which Chromium plays as its camera) in which the first page of a PDF is held into the picture, as it is printed. */
export async function filmOfPdf(pdf: Buffer, path: string): Promise<void> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const { data, width, height } = await document.getPage(0).render({ scale: 203 / 72, render: 'bitmap' });
  document.destroy();
  library.destroy();
  const grey = await sharp(data, { raw: { width, height, channels: 4 } })
    .flatten({ background: '#ffffff' })
    .resize(WIDTH, HEIGHT, { fit: 'contain', background: '#888888' })
    .greyscale()
    .raw()
    .toBuffer();
  const frame = Buffer.concat([Buffer.from('FRAME\n'), grey.subarray(0, WIDTH * HEIGHT), Buffer.alloc((WIDTH * HEIGHT) / 2, 128)]);
  writeFileSync(path, Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`), frame, frame]));
}
