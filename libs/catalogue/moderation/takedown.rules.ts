import { localDay } from '@choxa/standards';

/** How long a platform may take to carry out an authority's request, from a day on. A change of law is one row more. */
interface TakedownClock {
  readonly basis: string;
  readonly validFrom: string;
  /** First day on which the row no longer holds; null while it does. */
  readonly validTo: string | null;
  readonly hours: number;
}

export const TAKEDOWN_CLOCKS: readonly TakedownClock[] = [{ basis: '85/2021/NĐ-CP', validFrom: '2022-01-01', validTo: null, hours: 24 }];

const HOUR_MS = 3_600_000;

/** Until when a request that came in at `requestedAt` must be carried out, and by which rule. */
export function takedownDue(requestedAt: Date): { dueAt: Date; basis: string } {
  const day = localDay(requestedAt);
  const clock =
    TAKEDOWN_CLOCKS.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo)) ?? TAKEDOWN_CLOCKS[0]!;
  return { dueAt: new Date(requestedAt.getTime() + clock.hours * HOUR_MS), basis: clock.basis };
}

export const TAKEDOWN_DECISIONS = ['upheld', 'restored'] as const;
export type TakedownDecision = (typeof TAKEDOWN_DECISIONS)[number];

/** Where a takedown stands: in force, waiting for the answer to an appeal, or over. */
export const TAKEDOWN_STATES = ['in_force', 'appealed', 'restored'] as const;
export type TakedownState = (typeof TAKEDOWN_STATES)[number];

export function takedownState({ appealedAt, decision }: { appealedAt: Date | null; decision: TakedownDecision | null }): TakedownState {
  if (decision === 'restored') return 'restored';
  return appealedAt && !decision ? 'appealed' : 'in_force';
}
