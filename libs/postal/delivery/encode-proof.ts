import { remakePhoto } from '@choxa/platform';
import { postalProblem } from '../postal.problems.js';

/**
 * A photo or signature made anew, and the hash of what is stored.
 * @throws Problem `proof.unreadable` for anything but an intact JPEG, PNG or WebP of a sane size
 */
export async function encodeProof(upload: Buffer): Promise<{ bytes: Buffer; contentHash: string }> {
  const photo = await remakePhoto(upload);
  if (!photo) throw postalProblem('proof.unreadable');
  return photo;
}

/** Where the file of a picture lies. */
export function proofKey(contentHash: string): string {
  return `proofs/${contentHash.slice(0, 2)}/${contentHash}.webp`;
}
