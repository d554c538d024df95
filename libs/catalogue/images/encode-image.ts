import type { Sharp } from 'sharp';
import { loadSharp, Problem } from '@choxa/platform';
import { problem } from '../catalogue.problems.js';
import { imageKind } from './image-kind.rules.js';
import { IMAGE_SIZES } from './image-url.js';

/** Telephones make pictures of 12 to 50 million pixels; what claims more is a bomb or a poster. */
const MOST_PIXELS = 52_000_000;
const MOST_SECONDS = 8;
const MOST_THUMB_BYTES = 25 * 1024;
const THUMB_QUALITIES = [78, 65, 50, 35, 20];
/** Decoding a large picture takes up to some 100 MB: more at once would take the machine down. */
const MOST_AT_ONCE = 2;

/** A picture as we made it anew: WebP without any metadata, upright. `width` and `height` in pixels of the page size. */
export interface EncodedImage {
  files: Record<keyof typeof IMAGE_SIZES, Buffer>;
  width: number;
  height: number;
}

/**
 * Makes the stored sizes of an uploaded picture. Throws `image.unreadable` for anything that is not an intact JPEG, PNG, WebP or HEIF that can be
 * decoded, `image.too-large` for one of too many pixels.
 */
export async function encodeImage(bytes: Buffer): Promise<EncodedImage> {
  const kind = imageKind(bytes);
  if (!kind) throw problem('image.unreadable');
  return inTurn(async () => {
    try {
      const sharp = await loadSharp();
      const read = () => sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1, sequentialRead: true });
      const { format, width, height } = await read().metadata();
      if (format !== kind) throw problem('image.unreadable');
      if (width * height > MOST_PIXELS) throw problem('image.too-large');
      return await encode(read());
    } catch (error) {
      throw asImageProblem(error);
    }
  });
}

async function encode(original: Sharp): Promise<EncodedImage> {
  // Upright first: the EXIF that says how is dropped with all other metadata. Transparent pictures get a white ground.
  const { data, info } = await fitted(original.autoOrient(), IMAGE_SIZES.full)
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .timeout({ seconds: MOST_SECONDS })
    .toBuffer({ resolveWithObject: true });
  const sharp = await loadSharp();
  const upright = () => sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
  const page = await fitted(upright(), IMAGE_SIZES.page).webp({ quality: 78 }).toBuffer({ resolveWithObject: true });
  const full = await upright().webp({ quality: 80 }).toBuffer();
  const thumb = await thumbnail(upright);
  return { files: { thumb, page: page.data, full }, width: page.info.width, height: page.info.height };
}

/** At most 25 KiB (experience.md, budgets): quality gives way first, then size. */
async function thumbnail(upright: () => Sharp): Promise<Buffer> {
  for (const size of [IMAGE_SIZES.thumb, 240, 160]) {
    for (const quality of THUMB_QUALITIES) {
      const thumb = await fitted(upright(), size).webp({ quality }).toBuffer();
      if (thumb.length <= MOST_THUMB_BYTES) return thumb;
    }
  }
  throw problem('image.too-large');
}

function fitted(image: Sharp, size: number): Sharp {
  return image.resize({ width: size, height: size, fit: 'inside', withoutEnlargement: true });
}

function asImageProblem(error: unknown): unknown {
  if (error instanceof Problem) return error;
  // sharp has one kind of error for everything it cannot decode.
  return problem(/pixel limit/i.test(String((error as Error).message)) ? 'image.too-large' : 'image.unreadable');
}

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
