/** What a phone has to do with cash on delivery, without the order at hand. */
export interface CodStanding {
  /** Orders under way. */
  openOrders: number;
  openVnd: number;
  /** Orders taken and paid, ever. */
  delivered: number;
  /** Parcels refused or never fetched within the last `refusal-days`. */
  refused: number;
}

/** Values of the rules in force (`order_limit`). A rule without a row limits nothing. */
export interface CodLimits {
  /** With this many refused parcels, prepayment only. */
  refusals?: number;
  /** From so many orders taken on, a phone is known. */
  'known-after-deliveries'?: number;
  /** Most orders under way, of a phone that is not known yet and of one that is. */
  'open-orders-new'?: number;
  'open-orders-known'?: number;
  /** Up to so many orders under way, and so much money, nobody asks whose phone it is. */
  'unverified-open-orders'?: number;
  'unverified-open-vnd'?: number;
}

export type CodRefusal = 'cod.prepay-only' | 'cod.too-many-open' | 'cod.verify-phone';

/** Why an order of `totalVnd` cannot be paid in cash on delivery; null when it can. `verified`: the buyer has shown to hold the phone. */
export function codRefusal(
  standing: CodStanding,
  limits: CodLimits,
  { totalVnd, verified }: { totalVnd: number; verified: boolean },
): CodRefusal | null {
  const { openOrders, openVnd, delivered, refused } = standing;
  if (refused >= (limits.refusals ?? Infinity)) return 'cod.prepay-only';
  const known = delivered >= (limits['known-after-deliveries'] ?? 0);
  if (openOrders >= (limits[known ? 'open-orders-known' : 'open-orders-new'] ?? Infinity)) return 'cod.too-many-open';
  if (verified) return null;
  const asksNobody =
    openOrders < (limits['unverified-open-orders'] ?? Infinity) && openVnd + totalVnd <= (limits['unverified-open-vnd'] ?? Infinity);
  return asksNobody ? null : 'cod.verify-phone';
}
