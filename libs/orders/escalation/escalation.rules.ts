import { localDay, toLocalTimestamp } from '@choxa/standards';

/**
 * What is done while a household does not answer: it is told of the order, reminded, called by the clerk of its post office, and at last the
 * order is cancelled.
 */
export const ESCALATION_ACTIONS = ['alert', 'reminder', 'task', 'cancellation'] as const;
export type EscalationAction = (typeof ESCALATION_ACTIONS)[number];

/** What a clerk found out on the telephone. */
export const CALL_OUTCOMES = ['will_answer', 'no_answer', 'wrong_number', 'sold_out', 'other'] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

/** A row of the table of steps: a change of the rules is a new row. */
export interface EscalationStep {
  action: EscalationAction;
  /** Since the order was placed. */
  afterMinutes: number;
  /** Local hours between which the step is taken; null: at any hour. One that falls due outside waits for the next morning. */
  fromHour: number | null;
  toHour: number | null;
  /** First day it counts, and the first on which it does not any more, `YYYY-MM-DD`. */
  validFrom: string;
  validTo: string | null;
}

/** The steps that may be taken at this moment, the earliest first. */
export function stepsAt(steps: readonly EscalationStep[], now: Date): EscalationStep[] {
  const [day, hour] = [localDay(now), Number(toLocalTimestamp(now).slice(11, 13))];
  return steps
    .filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo))
    .filter(({ fromHour, toHour }) => fromHour === null || toHour === null || (hour >= fromHour && hour < toHour))
    .toSorted((a, b) => a.afterMinutes - b.afterMinutes);
}

/** The latest moment at which an order had to be placed for the step to be due now. */
export function placedBefore({ afterMinutes }: EscalationStep, now: Date): Date {
  return new Date(now.getTime() - afterMinutes * 60_000);
}
