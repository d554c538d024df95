import { createHash } from 'node:crypto';
import { loadSharp } from '@choxa/platform';
import { postalProblem } from '../postal.problems.js';

/** Telephones make pictures of 12 to 50 million pixels; what claims more is a bomb or a poster. */
const MOST_PIXELS = 52_000_000;
const MOST_SECONDS = 8;
/** A house number stays readable. */
const LONG_SIDE = 1_280;
const FORMATS = ['jpeg', 'png', 'webp'];

/**
 * A photo or signature made anew as WebP, upright and without any metadata, and the hash of what is stored.
 * @throws Problem `proof.unreadable` for anything but an intact JPEG, PNG or WebP of a sane size
 */
export async function encodeProof(upload: Buffer): Promise<{ bytes: Buffer; contentHash: string }> {
  try {
    const sharp = await loadSharp();
    const picture = sharp(upload, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1, sequentialRead: true });
    if (!FORMATS.includes((await picture.metadata()).format)) throw new Error('not a picture we take');
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
    throw postalProblem('proof.unreadable');
  }
}

/** Where the file of a picture lies. */
export function proofKey(contentHash: string): string {
  return `proofs/${contentHash.slice(0, 2)}/${contentHash}.webp`;
}
