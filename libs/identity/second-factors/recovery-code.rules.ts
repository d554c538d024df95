import { createHash, randomInt } from 'node:crypto';

const COUNT = 10;
const LENGTH = 16;
/** Without I, L, O, U, 0 and 1, which people mistake: 30 letters and digits, 4.9 bits each. */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** Ten codes to write down, each of 78 random bits, in groups of four. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () =>
    Array.from({ length: LENGTH }, (_, i) => (i && i % 4 === 0 ? '-' : '') + LETTERS[randomInt(LETTERS.length)]).join(''),
  );
}

/** Whether a text could be a recovery code: an authenticator's has only six digits. */
export function looksLikeRecoveryCode(text: string): boolean {
  return plain(text).length === LENGTH;
}

/** What is stored of a code, however it is typed: small letters, spaces or no dashes. Plain SHA-256: nobody guesses 78 random bits. */
export function hashRecoveryCode(code: string): string {
  return createHash('sha256').update(plain(code)).digest('hex');
}

function plain(text: string): string {
  return text.replace(/[^0-9a-z]/gi, '').toUpperCase();
}
