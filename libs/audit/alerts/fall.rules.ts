import type { Counted } from '../indicators/indicator.js';

/** By how many hundredths of a percentage point a share fell, both rounded down as they are shown; null where either did not arise. */
export function fellBy(before: Counted, after: Counted): number | null {
  const [was, is] = [hundredthsOf(before), hundredthsOf(after)];
  return was === null || is === null ? null : was - is;
}

function hundredthsOf({ numerator, denominator }: Counted): number | null {
  return denominator === 0 ? null : Number((BigInt(numerator) * 10_000n) / BigInt(denominator));
}
