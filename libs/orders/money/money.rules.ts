import type { PaymentState } from '../payments/payment.rules.js';

export const CHARGE_KINDS = ['fee', 'tax'] as const;
export type ChargeKind = (typeof CHARGE_KINDS)[number];

/** A share of an amount, rounded half up to whole đồng. `ratePerMyriad` is in hundredths of a percent. */
export function chargeVnd(amountVnd: number, ratePerMyriad: number): number {
  return Number((BigInt(amountVnd) * BigInt(ratePerMyriad) + 5_000n) / 10_000n);
}

/**
 * The household's words for its money: `reconciled` đã đối soát (found in its bank's statement) · `paid` đã trả (paid out by the post, or the household
 * has seen it) · `unsettled` chưa đối soát (not there yet) · `none`: nothing is due · `to_refund`: to be paid back to the buyer.
 */
export const SETTLEMENTS = ['unsettled', 'paid', 'reconciled', 'none', 'to_refund'] as const;
export type Settlement = (typeof SETTLEMENTS)[number];

export function settlementOf(state: PaymentState, reconciled: boolean): Settlement {
  switch (state) {
    case 'due':
    case 'collected':
      return 'unsettled';
    case 'paid':
    case 'remitted':
      return reconciled ? 'reconciled' : 'paid';
    case 'refund_due':
      return 'to_refund';
    case 'void':
    case 'refunded':
      return 'none';
  }
}
