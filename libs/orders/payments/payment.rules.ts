/** Ways to pay. `cod`: cash to the post at the door · `vietqr`: transfer to the household's own bank account · `gateway`: a payment service. */
export const PAYMENT_METHODS = ['cod', 'vietqr', 'gateway'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

/**
 * `due` · `collected`: the post has the cash · `remitted`: the post has paid it out · `paid`: it has arrived without the post · `void`: nothing is
 * due any more · `refund_due`: paid, and owed back to the buyer · `refunded`.
 */
export const PAYMENT_STATES = ['due', 'collected', 'remitted', 'paid', 'void', 'refund_due', 'refunded'] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

/** Who may follow whom. Money that comes after a cancellation is owed back. */
export const PAYMENT_MOVES: Record<PaymentState, readonly PaymentState[]> = {
  due: ['collected', 'paid', 'void'],
  collected: ['remitted', 'refund_due'],
  remitted: ['refund_due'],
  paid: ['refund_due'],
  void: ['refund_due'],
  refund_due: ['refunded'],
  refunded: [],
};

export function canPay(from: PaymentState, to: PaymentState): boolean {
  return PAYMENT_MOVES[from].includes(to);
}

/** Whether the household has the money before it packs. */
export function isPrepaid(method: PaymentMethod): boolean {
  return method !== 'cod';
}

/** What the recipient pays at the door. */
export function codOf(method: PaymentMethod, totalVnd: number): number {
  return isPrepaid(method) ? 0 : totalVnd;
}

/**
 * What a buyer writes with a transfer: the order's number and two digits for the part, e.g. `CX7K3M9QPA01`. Letters and digits only, because banks
 * drop the rest; unique because the order's number is.
 */
export function paymentReference(orderNumber: string, position: number): string {
  return `${orderNumber}${String(position + 1).padStart(2, '0')}`;
}
