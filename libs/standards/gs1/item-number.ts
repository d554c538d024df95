import { StandardError, type Result } from '../failure/standard-error.js';
import { gs1CheckDigit, hasGs1CheckDigit } from './check-digit.js';
import type { Gs1Code } from './gs1-codes.js';
import { INTERNAL_PREFIX, isShortNumber, numberRange, type NumberRange } from './prefixes.js';

/** `gtin`: issued under a GS1 licence. `internal`: allotted by the platform, never to be taken for a GS1 number. */
export type NumberKind = 'gtin' | 'internal';

/** The four lengths of a trade item number. */
export type NumberFormat = 'gtin-8' | 'gtin-12' | 'gtin-13' | 'gtin-14';

/** A number on a pack, understood. */
export interface ItemNumber {
  readonly kind: NumberKind;
  /** The form to store and to look up by: 14 digits, zeros in front. Always a string. */
  readonly number14: string;
  /** The digits as printed under the bars: 8, 13 or 14 of them. */
  readonly display: string;
  readonly format: NumberFormat;
  readonly range: NumberRange;
}

/** What reading a pack number answers. */
export type ItemNumberResult = Result<ItemNumber, Gs1Code>;

const TOLERATED = /[\s\-\u2010-\u2015\u200B\uFEFF]/gu;
const LENGTHS = new Set([8, 12, 13, 14]);
const INTERNAL_CAPACITY = 10_000_000_000n;

/** Takes out what people and scanners put between digits (spaces, hyphens), then asks for digits only. */
export function readDigits(text: string): Result<{ readonly digits: string }, 'gs1.empty' | 'gs1.characters'> {
  if (typeof text !== 'string') return { ok: false, code: 'gs1.characters' };
  const digits = text.replace(TOLERATED, '');
  if (digits === '') return { ok: false, code: 'gs1.empty' };
  return /^[0-9]+$/.test(digits) ? { ok: true, digits } : { ok: false, code: 'gs1.characters' };
}

/**
 * Reads a scanned or typed pack number of 8, 12, 13 or 14 digits; spaces and hyphens are tolerated.
 * A scanner may hand over an `04…` EAN-13 as a 12-digit UPC-A: both give the same `number14`.
 * Numbers for coupons, refunds and shop-internal use (02, 20–29 …) are recognised and refused.
 */
export function parseItemNumber(text: string): ItemNumberResult {
  const read = readDigits(text);
  if (!read.ok) return read;
  if (!LENGTHS.has(read.digits.length)) return { ok: false, code: 'gs1.length' };
  if (!hasGs1CheckDigit(read.digits)) return { ok: false, code: 'gs1.check-digit' };
  const number14 = read.digits.padStart(14, '0');
  const range = numberRange(number14);
  const parts = { number14, display: displayNumber(number14), format: numberFormat(number14), range };
  switch (range) {
    case 'licensed':
    case 'demonstration':
      return { ok: true, kind: 'gtin', ...parts };
    case 'company-internal':
      // The platform allots single packs only, so an outer-case form (first digit 1–9) cannot be one of ours.
      return number14.startsWith('0') ? { ok: true, kind: 'internal', ...parts } : { ok: false, code: 'gs1.restricted' };
    case 'coupon':
      return { ok: false, code: 'gs1.coupon' };
    default:
      return { ok: false, code: 'gs1.restricted' };
  }
}

/** As {@link parseItemNumber}, where only a number under a GS1 licence will do: an internal one fails with `gs1.internal-number`. */
export function parseGtin(text: string): ItemNumberResult {
  const item = parseItemNumber(text);
  return item.ok && item.kind === 'internal' ? { ok: false, code: 'gs1.internal-number' } : item;
}

/**
 * The 14-digit form of a valid number.
 * @throws StandardError with the code of {@link parseItemNumber}
 */
export function toNumber14(text: string): string {
  const item = parseItemNumber(text);
  if (!item.ok) throw new StandardError(item.code, text);
  return item.number14;
}

/** Whether a text is a well-formed number of the platform's own (`04…`). */
export function isInternalNumber(text: string): boolean {
  const item = parseItemNumber(text);
  return item.ok && item.kind === 'internal';
}

/**
 * The platform's own number for the n-th pack that has no GS1 number: `04` + ten digits + check digit, 13 digits.
 * It lies in GS1's range for use inside one company, so it can never collide with a licensed number.
 *
 * @param sequence 0 … 9,999,999,999 · `1` gives `0400000000015`
 * @throws StandardError `gs1.sequence`
 */
export function internalNumber(sequence: number | bigint): string {
  if (typeof sequence === 'number' && !Number.isSafeInteger(sequence)) throw new StandardError('gs1.sequence', String(sequence));
  const position = BigInt(sequence);
  if (position < 0n || position >= INTERNAL_CAPACITY) throw new StandardError('gs1.sequence', String(sequence));
  const body = INTERNAL_PREFIX + position.toString().padStart(10, '0');
  return body + gs1CheckDigit(body);
}

/** The digits as printed under the bars, from the 14-digit form: 8, 13 or 14 digits (a 12-digit number is drawn as 13). */
export function displayNumber(number14: string): string {
  if (isShortNumber(number14)) return number14.slice(6);
  return number14.startsWith('0') ? number14.slice(1) : number14;
}

/** The shortest length the 14-digit form stands for. */
export function numberFormat(number14: string): NumberFormat {
  if (isShortNumber(number14)) return 'gtin-8';
  if (number14.startsWith('00')) return 'gtin-12';
  return number14.startsWith('0') ? 'gtin-13' : 'gtin-14';
}

/** The bar code in which a number is drawn, named as bwip-js names it. */
export function barcodeSymbology(number14: string): 'ean8' | 'ean13' | 'itf14' {
  if (isShortNumber(number14)) return 'ean8';
  return number14.startsWith('0') ? 'ean13' : 'itf14';
}
