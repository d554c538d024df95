import { StandardError } from '../failure/standard-error.js';
import { gs1CheckDigit } from './check-digit.js';
import { parseGtin } from './item-number.js';
import { isShortNumber } from './prefixes.js';

/** Indicator digits of cartons of one content each; 9 is kept for goods of varying measure (GS1 General Specifications 2.1.6). */
export const CARTON_INDICATORS = [1, 2, 3, 4, 5, 6, 7, 8] as const;
export type CartonIndicator = (typeof CARTON_INDICATORS)[number];

/**
 * The GTIN-14 of a carton of equal packs: an indicator digit before the pack's GTIN-13 without its check digit, and a new check digit.
 *
 * @param gtin the pack's number under a GS1 licence, 12 or 13 digits
 * @throws StandardError `gs1.internal-number` for a number of the platform's own, `gs1.length` for one of 8 or 14 digits, else the code of
 *   what is wrong with the number
 */
export function cartonNumber(gtin: string, indicator: CartonIndicator): string {
  const item = parseGtin(gtin);
  if (!item.ok) throw new StandardError(item.code, gtin);
  if (isShortNumber(item.number14) || !item.number14.startsWith('0')) throw new StandardError('gs1.length', gtin);
  const body = String(indicator) + item.number14.slice(1, 13);
  return body + gs1CheckDigit(body);
}
