import { termOf, type Term } from '../terms/term.rules.js';

/**
 * `requested` by the buyer · `refused` by the household · `withdrawn` by the buyer · `settled`: agreed, and the goods stay with the buyer ·
 * `approved`: to be handed to the post · `posted` · `arrived`: the household has the parcel and has not looked yet · `received`: every pack is
 * back on sale or written off.
 */
export const RETURN_STATES = ['requested', 'refused', 'withdrawn', 'settled', 'approved', 'posted', 'arrived', 'received'] as const;
export type ReturnState = (typeof RETURN_STATES)[number];

/** Who may follow whom. Goods brought by hand reach `received` without the post. */
export const RETURN_MOVES: Record<ReturnState, readonly ReturnState[]> = {
  requested: ['approved', 'settled', 'refused', 'withdrawn'],
  approved: ['posted', 'received', 'withdrawn'],
  posted: ['arrived', 'received'],
  arrived: ['received'],
  refused: [],
  withdrawn: [],
  settled: [],
  received: [],
};

/** States in which the packs of a return count as given back, or may still be. */
export const COUNTING_STATES: readonly ReturnState[] = ['requested', 'settled', 'approved', 'posted', 'arrived', 'received'];

export function canReturnMove(from: ReturnState, to: ReturnState): boolean {
  return RETURN_MOVES[from].includes(to);
}

interface ReasonKind {
  /** Whose doing it is, so who pays the way back. */
  fault: 'household' | 'buyer';
  /** Must be seen in at least one picture. */
  pictures: boolean;
}

/** Why something is returned. */
export const RETURN_REASON_KINDS = {
  damaged: { fault: 'household', pictures: true },
  spoiled: { fault: 'household', pictures: true },
  expired: { fault: 'household', pictures: true },
  wrong_item: { fault: 'household', pictures: true },
  not_as_described: { fault: 'household', pictures: true },
  label_missing: { fault: 'household', pictures: true },
  poor_quality: { fault: 'household', pictures: true },
  missing_part: { fault: 'household', pictures: false },
  too_late: { fault: 'household', pictures: false },
  changed_mind: { fault: 'buyer', pictures: false },
} as const satisfies Record<string, ReasonKind>;
export type ReturnReason = keyof typeof RETURN_REASON_KINDS;
export const RETURN_REASONS = Object.keys(RETURN_REASON_KINDS) as ReturnReason[];

export const MOST_PICTURES = 3;

/** Who pays the postage of the way back. */
export function postagePayer(reason: ReturnReason): 'household' | 'buyer' {
  return RETURN_REASON_KINDS[reason].fault;
}

/** The term within which goods of a set may be returned for a reason; null where they may not. */
export function returnTerm(terms: readonly Term[], reason: ReturnReason, setCode: string): Term | null {
  const term = termOf(terms, RETURN_REASON_KINDS[reason].fault === 'buyer' ? 'return:changed-mind' : 'return:fault', setCode);
  return term?.amount ? term : null;
}

export interface ReturnedQuantity {
  quantity: number;
  priceVnd: number;
}

/**
 * What a buyer gets back for returned packs: their price, and the postage they paid where nothing of the parcel is kept and the household is
 * at fault.
 */
export function refundOfReturn(
  lines: readonly ReturnedQuantity[],
  { reason, nothingKept, postageVnd }: { reason: ReturnReason; nothingKept: boolean; postageVnd: number },
): { goodsVnd: number; postageVnd: number } {
  const goodsVnd = lines.reduce((sum, line) => sum + line.priceVnd * line.quantity, 0);
  return { goodsVnd, postageVnd: nothingKept && RETURN_REASON_KINDS[reason].fault === 'household' ? postageVnd : 0 };
}
