import type { PaymentState } from '../payments/payment.rules.js';
import { bareText, referencesIn } from './statement-line.rules.js';

/**
 * `matched`: the awaited amount · `late`: came after the cancellation, to be paid back · `remitted`: a sum the post paid out · `less`, `more`: another
 * amount than awaited · `paid`: confirmed before, now found · `found`: found in a statement before · `repeated`: the same line again · `unknown`: no
 * reference of this household · `bad`: cannot be read.
 */
export const LINE_OUTCOMES = ['matched', 'late', 'remitted', 'less', 'more', 'paid', 'found', 'repeated', 'unknown', 'bad'] as const;
export type LineOutcome = (typeof LINE_OUTCOMES)[number];

/** Outcomes that change something when the statement is taken over. */
export const TAKEN_OVER: readonly LineOutcome[] = ['matched', 'late', 'remitted', 'paid'];

export interface Awaited {
  sellerOrderId: string;
  reference: string;
  amountVnd: number;
  state: PaymentState;
  /** Already found in a statement. */
  reconciled: boolean;
}

export interface PaidOut {
  id: string;
  reference: string;
  amountVnd: number;
  reconciled: boolean;
}

export interface MatchedLine {
  outcome: LineOutcome;
  sellerOrderId: string | null;
  remittanceId: string | null;
  reference: string | null;
  /** What should have come; null where that is not known. */
  awaitedVnd: number | null;
}

/** What a line of money in means, among a household's payments by reference and the sums the post paid out to it. */
export function matchLine(
  { amountVnd, text }: { amountVnd: number; text: string },
  payments: ReadonlyMap<string, Awaited>,
  remittances: readonly PaidOut[],
): MatchedLine {
  const reference = referencesIn(text).find((one) => payments.has(one));
  if (reference) return ofPayment(payments.get(reference)!, amountVnd);
  const bare = bareText(text);
  const paidOut = remittances.find((one) => bare.includes(bareText(one.reference)));
  if (!paidOut) return { outcome: 'unknown', sellerOrderId: null, remittanceId: null, reference: null, awaitedVnd: null };
  const outcome = differing(amountVnd, paidOut.amountVnd) ?? (paidOut.reconciled ? 'found' : 'remitted');
  return { outcome, sellerOrderId: null, remittanceId: paidOut.id, reference: paidOut.reference, awaitedVnd: paidOut.amountVnd };
}

function ofPayment({ sellerOrderId, reference, amountVnd: awaitedVnd, state, reconciled }: Awaited, amountVnd: number): MatchedLine {
  const outcome = reconciled ? 'found' : (differing(amountVnd, awaitedVnd) ?? outcomeOf(state));
  return { outcome, sellerOrderId, remittanceId: null, reference, awaitedVnd };
}

function outcomeOf(state: PaymentState): LineOutcome {
  if (state === 'due') return 'matched';
  return state === 'void' ? 'late' : 'paid';
}

function differing(amountVnd: number, awaitedVnd: number): 'less' | 'more' | null {
  if (amountVnd === awaitedVnd) return null;
  return amountVnd < awaitedVnd ? 'less' : 'more';
}
