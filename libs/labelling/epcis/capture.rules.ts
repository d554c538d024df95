import { createHash } from 'node:crypto';

/** What became of each event of a capture. `not_kept`: right in itself, but undone because another one of the same capture was not. */
export const CAPTURE_OUTCOMES = ['accepted', 'duplicate', 'rejected', 'not_kept'] as const;
export type CaptureOutcome = (typeof CAPTURE_OUTCOMES)[number];

/** `proceed`: each event by itself. `rollback`: all or none (EPCIS 2.0 §8, GS1-Capture-Error-Behaviour). */
export const ERROR_BEHAVIOURS = ['proceed', 'rollback'] as const;
export type ErrorBehaviour = (typeof ERROR_BEHAVIOURS)[number];

/** Values only: it is stored with the capture. */
export interface CaptureResult {
  /** Place in the document's event list, from 0. */
  index: number;
  eventId: string | null;
  outcome: CaptureOutcome;
  /** What was wrong with a rejected one: `epcis.*` or one of ours, and where in the event. */
  code: string | null;
  pointer: string | null;
}

/** The id of an event that was sent without one: made of its content, so that the same event sent again is known (RFC 6920). */
export function contentId(event: unknown): string {
  return `ni:///sha-256;${createHash('sha256')
    .update(JSON.stringify(sorted(event)))
    .digest('base64url')}`;
}

/** The same value with the names of every object in one order; the time of record belongs to whoever records. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([name]) => name !== 'recordTime');
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, sorted(inner)]));
}
