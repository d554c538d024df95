import type { Cart } from '~/types/api';

/** Whole đồng of the cart's order when it is paid in this way; null until the post has told its price. */
export function totalOf({ totalVnd, prepaidTotalVnd }: Cart, method: Cart['paymentMethods'][number]): number | null {
  return method === 'cod' ? totalVnd : prepaidTotalVnd;
}

/** What collecting cash adds to the cart's order, whole đồng; 0 while the post has told no price. */
export function codFeeOf({ totalVnd, prepaidTotalVnd }: Cart): number {
  return (totalVnd ?? 0) - (prepaidTotalVnd ?? 0);
}
