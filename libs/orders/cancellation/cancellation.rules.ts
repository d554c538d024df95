import type { SellerOrderState } from '../seller-orders/seller-order.rules.js';

/** Whose decision a cancellation is: the buyer's, the household's (or a clerk's in its name), or that of a term that ran out. */
export const CANCELLERS = ['buyer', 'household', 'clerk', 'system'] as const;
export type Canceller = (typeof CANCELLERS)[number];

interface CancellationRule {
  by: readonly Canceller[];
  /** What a buyer may do where it is too late to cancel. */
  insteadForBuyer: 'refuse-at-door' | 'return' | null;
}

const FREELY: CancellationRule = { by: CANCELLERS, insteadForBuyer: null };

/**
 * Who may cancel a seller order at which step. Until the post has the parcel anybody may, and it costs nothing: the goods go back on sale,
 * what was to be paid is void, what was paid is owed back, the post is told. From then on nobody may.
 */
export const CANCELLATION: Record<SellerOrderState, CancellationRule> = {
  placed: FREELY,
  confirmed: FREELY,
  packed: FREELY,
  posted: { by: [], insteadForBuyer: 'refuse-at-door' },
  delivered: { by: [], insteadForBuyer: 'return' },
  returning: { by: [], insteadForBuyer: null },
  returned: { by: [], insteadForBuyer: null },
  cancelled: { by: [], insteadForBuyer: null },
};

export function mayCancel(state: SellerOrderState, by: Canceller): boolean {
  return CANCELLATION[state].by.includes(by);
}

interface ReasonKind {
  by: readonly Canceller[];
  vi: string;
  en: string;
}

const SELLING: readonly Canceller[] = ['household', 'clerk'];

/** Why a seller order is cancelled: who may say it, and how it reads in a message. `other` says it in a note. */
export const CANCEL_REASON_KINDS = {
  changed_mind: { by: ['buyer'], vi: 'người mua đổi ý', en: 'the buyer changed their mind' },
  ordered_twice: { by: ['buyer'], vi: 'đặt nhầm hoặc đặt trùng', en: 'ordered by mistake or twice' },
  wrong_details: { by: ['buyer'], vi: 'sai địa chỉ hoặc số điện thoại', en: 'wrong address or telephone' },
  takes_too_long: { by: ['buyer'], vi: 'chờ lâu quá', en: 'it takes too long' },
  out_of_stock: { by: SELLING, vi: 'hết hàng', en: 'sold out' },
  spoiled: { by: SELLING, vi: 'hàng hỏng, không gửi được', en: 'the goods spoiled' },
  cannot_pack: { by: SELLING, vi: 'không đóng gói kịp', en: 'cannot be packed in time' },
  buyer_asked: { by: SELLING, vi: 'người mua nhờ hủy', en: 'the buyer asked for it' },
  not_confirmed: { by: ['system'], vi: 'hộ không xác nhận trong thời hạn', en: 'not confirmed in time' },
  not_paid: { by: ['system'], vi: 'chưa thanh toán trong thời hạn', en: 'not paid in time' },
  other: { by: ['buyer', 'household', 'clerk'], vi: 'lý do khác', en: 'another reason' },
} as const satisfies Record<string, ReasonKind>;
export type CancelReason = keyof typeof CANCEL_REASON_KINDS;
export const CANCEL_REASONS = Object.keys(CANCEL_REASON_KINDS) as CancelReason[];

/** The reasons somebody may choose from. */
export function cancelReasonsOf(by: Canceller): CancelReason[] {
  return CANCEL_REASONS.filter((reason) => (CANCEL_REASON_KINDS[reason].by as readonly Canceller[]).includes(by));
}

/** The reason as a message says it, in both languages; a note is said as it was written. */
export function wordsOf(reason: CancelReason, note: string | null): { vi: string; en: string } {
  const { vi, en } = CANCEL_REASON_KINDS[reason];
  if (reason === 'other' && note) return { vi: note, en: note };
  return note ? { vi: `${vi} (${note})`, en } : { vi, en };
}
