export const SELLER_ORDER_STATES = ['placed', 'confirmed', 'packed', 'posted', 'delivered', 'returning', 'returned', 'cancelled'] as const;
export type SellerOrderState = (typeof SELLER_ORDER_STATES)[number];

/** Who may follow whom. */
export const SELLER_ORDER_MOVES: Record<SellerOrderState, readonly SellerOrderState[]> = {
  placed: ['confirmed', 'cancelled'],
  confirmed: ['packed', 'cancelled'],
  packed: ['posted', 'cancelled'],
  posted: ['delivered', 'returning'],
  returning: ['returned'],
  delivered: ['returned'],
  returned: [],
  cancelled: [],
};

export function canMove(from: SellerOrderState, to: SellerOrderState): boolean {
  return SELLER_ORDER_MOVES[from].includes(to);
}

/**
 * Whether the post's word may take a seller order from `from` to `to` over steps the household never tapped
 * (a parcel accepted at the counter *was* packed). A cancelled or finished one never moves this way.
 */
export function canReach(from: SellerOrderState, to: SellerOrderState): boolean {
  return SELLER_ORDER_MOVES[from].some((next) => next === to || (next !== 'cancelled' && canReach(next, to)));
}

/**
 * What a household is paid of what the recipient pays: the goods, without those of one of several parcels that came back; postage is the post's. There
 * is no platform fee.
 */
export function householdReceivesVnd(
  { goodsVnd }: { goodsVnd: number },
  parcels: readonly { goodsVnd: number; outcome: string | null }[] = [],
): number {
  return parcels.filter(({ outcome }) => outcome === 'returned').reduce((sum, parcel) => sum - parcel.goodsVnd, goodsVnd);
}
