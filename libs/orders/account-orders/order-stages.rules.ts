import type { SellerOrderState } from '../seller-orders/seller-order.rules.js';

/** How far a part of an order is, in the few words a buyer sorts by. */
export const ORDER_STAGES = ['waiting', 'under_way', 'delivered', 'ended'] as const;
export type OrderStage = (typeof ORDER_STAGES)[number];

/** Every state is in exactly one stage. */
export const STATES_OF_STAGE: Record<OrderStage, readonly SellerOrderState[]> = {
  waiting: ['placed', 'confirmed', 'packed'],
  under_way: ['posted'],
  delivered: ['delivered'],
  ended: ['returning', 'returned', 'cancelled'],
};
