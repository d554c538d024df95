/** `due`: owed · `paid`: the household says it paid · `received` and `disputed`: what the buyer says to that. */
export const REFUND_STATES = ['due', 'paid', 'received', 'disputed'] as const;
export type RefundState = (typeof REFUND_STATES)[number];

/** `transfer`: by the household to the buyer's account · `post`: out of cash the post has collected and not yet paid out. */
export const REFUND_WAYS = ['transfer', 'post'] as const;
export type RefundWay = (typeof REFUND_WAYS)[number];

/** Why money is owed back. */
export const REFUND_CAUSES = ['cancellation', 'reduction', 'return', 'late-payment'] as const;
export type RefundCause = (typeof REFUND_CAUSES)[number];

/** Who may follow whom. What the buyer says did not arrive, the household pays or proves again. */
export const REFUND_MOVES: Record<RefundState, readonly RefundState[]> = {
  due: ['paid'],
  paid: ['received', 'disputed'],
  disputed: ['paid', 'received'],
  received: [],
};

export function canRefundMove(from: RefundState, to: RefundState): boolean {
  return REFUND_MOVES[from].includes(to);
}

/** The account of the books a refund is paid from. */
export const ACCOUNT_OF_WAY = { transfer: 'bank', post: 'cod_at_post' } as const satisfies Record<RefundWay, string>;
