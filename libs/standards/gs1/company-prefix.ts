import { StandardError, type Result } from '../failure/standard-error.js';
import { gs1CheckDigit, hasGs1CheckDigit } from './check-digit.js';
import type { Gs1Code } from './gs1-codes.js';
import { parseGtin, readDigits, type ItemNumberResult } from './item-number.js';
import { isShortNumber, numberRange } from './prefixes.js';

/**
 * Reads a GS1 company prefix: 4 to 12 digits as they stand at the head of a 13-digit number (Vietnam: `893…`).
 * Another length fails with `gs1.prefix`; a prefix in a range that no GS1 organisation licenses (04, 20–29, coupons) fails with `gs1.restricted`.
 */
export function parseCompanyPrefix(text: string): Result<{ readonly prefix: string }, Gs1Code> {
  const read = readDigits(text);
  if (!read.ok) return read;
  const prefix = read.digits;
  if (prefix.length < 4 || prefix.length > 12) return { ok: false, code: 'gs1.prefix' };
  // 0000… is where 8-digit numbers live: nobody holds it as a company prefix.
  if (prefix.startsWith('0000')) return { ok: false, code: 'gs1.prefix' };
  const range = numberRange(`0${prefix.padEnd(13, '0')}`);
  return range === 'licensed' || range === 'demonstration' ? { ok: true, prefix } : { ok: false, code: 'gs1.restricted' };
}

/** Whether a number (14-digit form) lies inside a company prefix. 8-digit numbers are allotted one by one and lie inside none. */
export function isInsidePrefix(number14: string, prefix: string): boolean {
  return !isShortNumber(number14) && number14.slice(1, 13).startsWith(prefix);
}

/** Reads a GTIN that must belong to the holder of `prefix`; another holder's number fails with `gs1.outside-prefix`. */
export function parseGtinInsidePrefix(text: string, prefix: string): ItemNumberResult {
  const holder = parseCompanyPrefix(prefix);
  if (!holder.ok) return { ok: false, code: 'gs1.prefix' };
  const item = parseGtin(text);
  if (!item.ok) return item;
  return isInsidePrefix(item.number14, holder.prefix) ? item : { ok: false, code: 'gs1.outside-prefix' };
}

/** How many 13-digit numbers a company prefix holds: 10 to the power of the digits left before the check digit. */
export function prefixCapacity(prefix: string): number {
  return 10 ** (12 - prefix.length);
}

/**
 * The n-th 13-digit number inside a company prefix the household holds.
 *
 * @param sequence from 0 up to {@link prefixCapacity} − 1
 * @throws StandardError `gs1.prefix` when the prefix is not one, `gs1.sequence` when it is used up
 */
export function gtinFromPrefix(prefix: string, sequence: number): string {
  const holder = parseCompanyPrefix(prefix);
  if (!holder.ok) throw new StandardError('gs1.prefix', prefix);
  const room = 12 - holder.prefix.length;
  if (!Number.isSafeInteger(sequence) || sequence < 0 || sequence >= prefixCapacity(holder.prefix)) {
    throw new StandardError('gs1.sequence', String(sequence));
  }
  const body = holder.prefix + (room === 0 ? '' : String(sequence).padStart(room, '0'));
  return body + gs1CheckDigit(body);
}

/**
 * A serial shipping container code: extension digit + company prefix + serial, filled to 17 digits, + check digit.
 *
 * @throws StandardError `gs1.prefix`, `gs1.sequence` (serial too long, extension not one digit)
 */
export function buildSscc(extension: number, prefix: string, serial: number | bigint): string {
  const holder = parseCompanyPrefix(prefix);
  if (!holder.ok) throw new StandardError('gs1.prefix', prefix);
  const digits = String(serial);
  const room = 16 - holder.prefix.length;
  if (!/^[0-9]$/.test(String(extension)) || !/^[0-9]+$/.test(digits) || digits.length > room) {
    throw new StandardError('gs1.sequence', digits);
  }
  const body = String(extension) + holder.prefix + digits.padStart(room, '0');
  return body + gs1CheckDigit(body);
}

/** Reads an SSCC of 18 digits; a leading `(00)` is tolerated. */
export function parseSscc(text: string): Result<{ readonly sscc: string }, Gs1Code> {
  const read = readDigits(typeof text === 'string' ? text.trim().replace(/^\(00\)/, '') : text);
  if (!read.ok) return read;
  if (read.digits.length !== 18) return { ok: false, code: 'gs1.sscc' };
  return hasGs1CheckDigit(read.digits) ? { ok: true, sscc: read.digits } : { ok: false, code: 'gs1.check-digit' };
}
