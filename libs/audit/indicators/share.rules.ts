/** A numerator over a denominator, both whole and not negative. */
export interface Share {
  numerator: number;
  denominator: number;
  /** Percent with two decimals, rounded down; null when the denominator is zero: none arose. */
  share: string | null;
}

/**
 * The share as officials read it (domain.md §11): none arose is not 100 %, and what is not complete never prints as 100 %.
 * In whole numbers, for a quotient of floats may round up.
 *
 * @throws RangeError when the numbers cannot be a part and its whole
 */
export function shareOf(numerator: number, denominator: number): Share {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || numerator < 0 || numerator > denominator)
    throw new RangeError(`no share: ${numerator} of ${denominator}`);
  if (denominator === 0) return { numerator, denominator, share: null };
  const hundredths = (BigInt(numerator) * 10_000n) / BigInt(denominator);
  return { numerator, denominator, share: `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}` };
}
