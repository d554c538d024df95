import { addDays, daysBetween } from '@choxa/standards';
import type { LabelPolicyMode } from './label-policy.entity.js';

export interface LabelPolicy {
  readonly mode: LabelPolicyMode;
  readonly graceDays: number;
  readonly noticeDays: number;
  readonly reminderDays: readonly number[];
}

export interface OpenGrace {
  /** Last day of sale, `YYYY-MM-DD`. */
  readonly endsOn: string;
  readonly remindedDays: number | null;
  readonly paused: boolean;
}

/** What is to be done today about a pack on sale whose label lacks something. */
export type GraceStep =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'remind'; readonly daysBefore: number }
  | { readonly kind: 'pause' }
  | { readonly kind: 'release' };

/**
 * The last day on which an unlabelled pack may be sold, when its gap is first seen. Days are local, `YYYY-MM-DD`.
 *
 * @param firstSoldOn day of the first publication
 */
export function graceEnd(policy: LabelPolicy, firstSoldOn: string, today: string): string {
  if (policy.mode === 'on') return addDays(today, -1);
  const [fromSale, fromNow] = [addDays(firstSoldOn, policy.graceDays), addDays(today, policy.noticeDays)];
  // Published today means told today: the whole time lies ahead, however short it is.
  return firstSoldOn === today || fromSale > fromNow ? fromSale : fromNow;
}

/** Pure; the same day asked twice gives nothing the second time, once the first answer was acted on. */
export function graceStep(policy: LabelPolicy, grace: OpenGrace, today: string): GraceStep {
  if (policy.mode === 'off') return { kind: 'release' };
  if (grace.paused) return { kind: 'nothing' };
  if (policy.mode === 'on' || today > grace.endsOn) return { kind: 'pause' };
  const left = daysBetween(today, grace.endsOn);
  const due = policy.reminderDays.filter((days) => left <= days).toSorted((a, b) => a - b)[0];
  const isNew = due !== undefined && (grace.remindedDays === null || due < grace.remindedDays);
  return isNew ? { kind: 'remind', daysBefore: due } : { kind: 'nothing' };
}
