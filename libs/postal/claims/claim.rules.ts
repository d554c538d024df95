/** What compensation is asked for. */
export const CLAIM_KINDS = ['lost', 'delayed', 'damaged', 'price'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** `examined`: somebody has looked into it and written what was found · `accepted`: the post owes the sum. */
export const CLAIM_STATES = ['opened', 'examined', 'accepted', 'paid', 'refused'] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

/** Who may follow whom. */
export const CLAIM_MOVES: Readonly<Record<ClaimState, readonly ClaimState[]>> = {
  opened: ['examined', 'refused'],
  examined: ['accepted', 'refused'],
  accepted: ['paid'],
  paid: [],
  refused: [],
};

export function canClaimMove(from: ClaimState, to: ClaimState): boolean {
  return CLAIM_MOVES[from].includes(to);
}

/** The law of one kind of claim while it holds. */
export interface ClaimTerm {
  kind: ClaimKind;
  windowMonths: number;
  countedFrom: 'acceptance' | 'delivery';
  answerWorkingDays: number;
  /** Times the postage, where nobody said what the goods are worth. */
  postageMultiple: number;
}

export interface ClaimedParcel {
  acceptedAt: Date | null;
  /** When it was delivered; null before. */
  deliveredAt: Date | null;
}

/** What may be asked for at `now`: nothing before the post has the parcel, damage and price only once it was delivered. */
export function claimKindsAt(terms: readonly ClaimTerm[], { acceptedAt, deliveredAt }: ClaimedParcel, now: Date): ClaimKind[] {
  return terms
    .filter(({ countedFrom, windowMonths }) => {
      const from = countedFrom === 'acceptance' ? acceptedAt : deliveredAt;
      return from !== null && now < monthsLater(from, windowMonths);
    })
    .map(({ kind }) => kind);
}

/**
 * The most the post pays, whole đồng: goods that are lost or damaged are paid for as they were declared, with their postage; where nobody declared
 * anything, and for delay and price, it is so many times the postage.
 */
export function mostVnd(
  kind: ClaimKind,
  { declaredVnd, postageVnd, postageMultiple }: { declaredVnd: number | null; postageVnd: number; postageMultiple: number },
): number {
  const byPostage = postageVnd * postageMultiple;
  const goods = kind === 'lost' || kind === 'damaged' ? (declaredVnd ?? 0) : 0;
  return goods ? Math.max(goods + postageVnd, byPostage) : byPostage;
}

/** The same day so many months later; the month's last where it has no such day. */
function monthsLater(from: Date, months: number): Date {
  const later = new Date(from);
  later.setUTCMonth(later.getUTCMonth() + months);
  if (later.getUTCDate() !== from.getUTCDate()) later.setUTCDate(0);
  return later;
}
