import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Packing = 'br' | 'gzip';

/** Smaller ones gain nothing. */
const SMALLEST = 1024;

const PACK: Record<Packing, (bytes: Buffer) => Promise<Buffer>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: 6 }),
};

/**
 * The bytes in the form the asking browser reads best (`accepted`: its Accept-Encoding); `packing` is undefined where they stay as they are.
 *
 * @param made forms of these bytes that were made before; those made now are added
 */
export async function packed(
  bytes: Buffer,
  accepted: string,
  made: Map<Packing, Promise<Buffer>> = new Map(),
): Promise<{ packing: Packing | undefined; body: Buffer }> {
  const packing = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
  if (!packing || bytes.length < SMALLEST) return { packing: undefined, body: bytes };
  const body = made.get(packing) ?? PACK[packing](bytes);
  made.set(packing, body);
  return { packing, body: await body };
}
