import { loadSharp } from '@choxa/platform';
import { householdProblem } from '../households.problems.js';
import { uploadKind, type FileType } from './document.rules.js';

const MOST_PDF_BYTES = 10 * 1024 * 1024;
/** Telephones make pictures of 12 to 50 million pixels; what claims more is a bomb or a poster. */
const MOST_PIXELS = 52_000_000;
const MOST_SECONDS = 8;
/** Long side of a stored picture: small print of an A4 page stays readable. */
const LONG_SIDE = 2400;

export interface DocumentFile {
  type: FileType;
  bytes: Buffer;
}

/**
 * What is stored of an upload: a picture is made anew without any metadata, a PDF is kept as it is and only ever given out to be saved.
 * Throws `document.unreadable` for anything else, `document.too-large`.
 */
export async function documentFile(upload: Buffer): Promise<DocumentFile> {
  const kind = uploadKind(upload);
  if (!kind) throw householdProblem('document.unreadable');
  if (kind === 'picture') return { type: 'image/webp', bytes: await picture(upload) };
  if (upload.length > MOST_PDF_BYTES) throw householdProblem('document.too-large');
  return { type: 'application/pdf', bytes: upload };
}

async function picture(upload: Buffer): Promise<Buffer> {
  try {
    const sharp = await loadSharp();
    return await sharp(upload, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1, sequentialRead: true })
      .autoOrient()
      .resize({ width: LONG_SIDE, height: LONG_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .webp({ quality: 80 })
      .timeout({ seconds: MOST_SECONDS })
      .toBuffer();
  } catch (error) {
    throw householdProblem(/pixel limit/i.test(String((error as Error).message)) ? 'document.too-large' : 'document.unreadable');
  }
}
