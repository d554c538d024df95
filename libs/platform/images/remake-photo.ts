import { createHash } from 'node:crypto';
import { loadSharp } from './load-sharp.js';

/** Telephones make pictures of 12 to 50 million pixels; what claims more is a bomb or a poster. */
const MOST_PIXELS = 52_000_000;
const MOST_SECONDS = 8;
/** A house number, the small print of a label stays readable. */
const LONG_SIDE = 1_280;
const FORMATS = ['jpeg', 'png', 'webp'];

/**
 * A photo made anew as WebP, upright and without any metadata, and the SHA-256 of what is to be stored; null for anything but an intact JPEG,
 * PNG or WebP of a sane size.
 */
export async function remakePhoto(upload: Buffer): Promise<{ bytes: Buffer; contentHash: string } | null> {
  try {
    const sharp = await loadSharp();
    const picture = sharp(upload, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1, sequentialRead: true });
    if (!FORMATS.includes((await picture.metadata()).format)) return null;
    const bytes = await picture
      .autoOrient()
      .resize({ width: LONG_SIDE, height: LONG_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .webp({ quality: 70 })
      .timeout({ seconds: MOST_SECONDS })
      .toBuffer();
    return { bytes, contentHash: createHash('sha256').update(bytes).digest('hex') };
  } catch {
    // sharp has one kind of error for everything it cannot decode.
    return null;
  }
}
