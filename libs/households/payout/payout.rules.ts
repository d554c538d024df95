import { fold } from '@choxa/standards';

/** Time in which a household can stop a change it did not want. */
export const PAYOUT_DELAY_MS = 24 * 3_600_000;

/** The code for a change works for this household only. */
export function payoutUse(householdId: string): `payout ${string}` {
  return `payout ${householdId}`;
}

/** `0123 456-789` → `0123456789`; null for what is no account number (4 to 19 digits, or letters where a bank gives names). */
export function readAccountNumber(text: string): string | null {
  const bare = text.replace(/[\s.-]/g, '').toUpperCase();
  return /^[0-9A-Z]{4,19}$/.test(bare) ? bare : null;
}

/** A holder's name as banks write it: capitals without marks. */
export function bankName(name: string): string {
  return fold(name).toUpperCase();
}

/** All but the last four of an account number hidden: `•••••• 6789`. */
export function masked(accountNumber: string): string {
  return `•••••• ${accountNumber.slice(-4)}`;
}

export type PayoutState = 'pending' | 'current' | 'former' | 'cancelled';
export const PAYOUT_STATES = ['pending', 'current', 'former', 'cancelled'] as const satisfies PayoutState[];

interface Change {
  effectiveAt: Date;
  cancelledAt: Date | null;
}

/** How each of a household's accounts stands at `now`; `changes` newest first. The newest that has taken effect counts. */
export function payoutStates(changes: readonly Change[], now: Date): PayoutState[] {
  let current = false;
  return changes.map(({ effectiveAt, cancelledAt }) => {
    if (cancelledAt) return 'cancelled';
    if (effectiveAt > now) return 'pending';
    if (current) return 'former';
    current = true;
    return 'current';
  });
}
