import { createHash, randomBytes, randomInt } from 'node:crypto';

// Crockford's base 32: no letter that a hurried reader takes for a digit.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `CX` and eight characters; 10^12 of them, unique by constraint. */
export function newOrderNumber(): string {
  return `CX${Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`;
}

/** The key in a buyer's link: 128 bits. Only its hash is stored. */
export function newAccessKey(): string {
  return randomBytes(16).toString('base64url');
}

export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
