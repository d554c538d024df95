import type { PackForSale } from '@choxa/catalogue';

/** Different packs in a cart, and units of one of them. */
export const MAX_LINES = 50;
export const MAX_QUANTITY = 999;

export const CART_PROBLEMS = ['sold_out', 'short', 'price_changed', 'paused', 'closed', 'recalled', 'taken_down'] as const;
export type CartProblem = (typeof CART_PROBLEMS)[number];

/** A line as it was put in. */
export interface WantedLine {
  packId: string;
  quantity: number;
  seenPriceVnd: number;
}

/** What stands in the way of a line; a changed price is told but does not stop it. */
export function cartProblem(wanted: WantedLine, pack: PackForSale | undefined, onHand: number): CartProblem | null {
  if (!pack?.published) return pack?.offSale ?? 'paused';
  if (pack.closedUntil) return 'closed';
  if (onHand <= 0) return 'sold_out';
  if (onHand < wanted.quantity) return 'short';
  return pack.priceVnd === wanted.seenPriceVnd ? null : 'price_changed';
}

/** Whether a line with this problem can be ordered as it stands. */
export function canBeOrdered(problem: CartProblem | null): boolean {
  return problem === null || problem === 'price_changed';
}

/** Sum of whole đồng; quantities and prices are integers, so no rounding arises. */
export function sumVnd(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

/** A line with its problem accepted: as many as there are, at today's price; 0 where it is not sold any more. */
export function acceptedLine(line: WantedLine & { pack: PackForSale | undefined; onHand: number; problem: CartProblem | null }): {
  quantity: number;
  seenPriceVnd: number;
} {
  const seenPriceVnd = line.pack?.priceVnd ?? line.seenPriceVnd;
  if (canBeOrdered(line.problem)) return { quantity: line.quantity, seenPriceVnd };
  return { quantity: line.problem === 'short' ? line.onHand : 0, seenPriceVnd };
}

/** Room a parcel takes, cm³: that of its packs; null unless all of them were measured. */
export function volumeOf(lines: readonly { quantity: number; pack: PackForSale | undefined }[]): number | null {
  const volumes = lines.map(({ quantity, pack }) => (pack?.volumeCm3 == null ? null : pack.volumeCm3 * quantity));
  return volumes.every((volume) => volume !== null) ? sumVnd(volumes as number[]) : null;
}
