import { StandardError, type Result } from '../failure/standard-error.js';
import { gs1CheckDigit } from '../gs1/check-digit.js';

/** Ways in which a text can fail to be an operator's own number. */
export type OwnNumberCode =
  'own-number.empty' | 'own-number.prefix' | 'own-number.shape' | 'own-number.check-digit' | 'own-number.sequence';

/** An operator's own parcel number, understood. */
export interface OwnNumber {
  readonly number: string;
  readonly prefix: string;
  readonly sequence: string;
}

/** Digits between prefix and check digit. */
export const OWN_NUMBER_DIGITS = 10;

// Two letters may stand first in an S10 number too, but that ends in letters and this in a digit: they cannot be mixed up.
const PREFIX = /^[A-Z]{2,5}$/;

/**
 * The parcel number of an operator that may not issue S10 numbers: its prefix + ten digits + a mod-10 check digit.
 * The letters count in the check digit too (A = 10 … Z = 35), so that a number with another operator's prefix is noticed.
 *
 * @param prefix two to five capital letters
 * @param sequence 0 … 9,999,999,999
 * @throws StandardError `own-number.prefix`, `own-number.sequence`
 */
export function buildOwnNumber(prefix: string, sequence: number | bigint): string {
  if (!PREFIX.test(prefix)) throw new StandardError('own-number.prefix', prefix);
  const digits = String(sequence);
  if (!/^[0-9]+$/.test(digits) || digits.length > OWN_NUMBER_DIGITS) throw new StandardError('own-number.sequence', digits);
  const body = prefix + digits.padStart(OWN_NUMBER_DIGITS, '0');
  return body + gs1CheckDigit(lettersAsDigits(body));
}

/** Reads an operator's own number. With `prefix` given, another operator's number fails with `own-number.prefix`. */
export function parseOwnNumber(text: string, prefix?: string): Result<OwnNumber, OwnNumberCode> {
  if (typeof text !== 'string') return { ok: false, code: 'own-number.shape' };
  const number = text.replace(/[\s\-\u2010-\u2015\u200B\uFEFF]/gu, '');
  if (number === '') return { ok: false, code: 'own-number.empty' };
  const match = /^([A-Za-z]{2,5})([0-9]{10})([0-9])$/.exec(number);
  if (match === null) return { ok: false, code: 'own-number.shape' };
  const [, letters, sequence, checkDigit] = match as unknown as [string, string, string, string];
  const found = letters.toUpperCase();
  if (prefix !== undefined && found !== prefix) return { ok: false, code: 'own-number.prefix' };
  if (gs1CheckDigit(lettersAsDigits(found + sequence)) !== checkDigit) return { ok: false, code: 'own-number.check-digit' };
  return { ok: true, number: found + sequence + checkDigit, prefix: found, sequence };
}

function lettersAsDigits(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
}
