import type { PackForSale } from '@choxa/catalogue';

/** Different packs in a cart, and units of one of them. */
export const MAX_LINES = 50;
export const MAX_QUANTITY = 999;

export const CART_PROBLEMS = ['sold_out', 'short', 'price_changed', 'paused', 'closed'] as const;
export type CartProblem = (typeof CART_PROBLEMS)[number];

/** A line as it was put in. */
export interface WantedLine {
  packId: string;
  quantity: number;
  seenPriceVnd: number;
}

/** What stands in the way of a line; a changed price is told but does not stop it. */
export function cartProblem(wanted: WantedLine, pack: PackForSale | undefined, onHand: number): CartProblem | null {
  if (!pack?.published) return 'paused';
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
