import { shareOf } from './share.rules.js';

/**
 * How a value is read from numerator and denominator:
 * `share` a part of its whole in percent; `growth` against the amount before (the denominator) in percent, negative when it fell;
 * `per_head` so many per one; `hours` minutes over so many, in hours each.
 */
export const MEASURES = ['share', 'growth', 'per_head', 'hours'] as const;
export type Measure = (typeof MEASURES)[number];

const MINUTES_OF_AN_HOUR = 60n;

/** The value as a text, always rounded down; null when the denominator is zero: none arose. @throws RangeError for a share above its whole */
export function valueOf(measure: Measure, numerator: number, denominator: number): string | null {
  if (measure === 'share') return shareOf(numerator, denominator).share;
  if (denominator === 0) return null;
  const [part, whole] = [BigInt(numerator), BigInt(denominator)];
  if (measure === 'growth') return decimal(floorOf((part - whole) * 10_000n, whole), 2);
  if (measure === 'per_head') return decimal(floorOf(part * 100n, whole), 2);
  return decimal(floorOf(part * 10n, whole * MINUTES_OF_AN_HOUR), 1);
}

function floorOf(part: bigint, whole: bigint): bigint {
  const quotient = part / whole;
  return part % whole < 0n ? quotient - 1n : quotient;
}

function decimal(scaled: bigint, places: number): string {
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(places + 1, '0');
  return `${scaled < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
