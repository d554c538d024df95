import { Injectable } from '@nestjs/common';
import { Clock } from '@choxa/platform';
import { postalProblem } from '../postal.problems.js';

/** Look-ups a caller may make in a minute. A whole village may share one address of a mobile network; a guesser needs millions. */
export const LOOK_UPS_PER_MINUTE = 240;
const MINUTE_MS = 60_000;

/**
 * Keeps callers from guessing through the numbers. It counts before anybody looks whether a number is known, so past the limit both are answered
 * alike. Each process counts for itself: with several, a caller has the limit of each.
 */
@Injectable()
export class TrackingLimit {
  private readonly counts = new Map<string, number>();
  private minute = 0;

  constructor(private readonly clock: Clock) {}

  /** Counts one look-up; the value of the `RateLimit` header. @throws Problem `tracking.too-many` */
  take(caller: string): string {
    const now = this.clock.now().getTime();
    const minute = Math.floor(now / MINUTE_MS);
    if (minute !== this.minute) {
      this.counts.clear();
      this.minute = minute;
    }
    const count = (this.counts.get(caller) ?? 0) + 1;
    this.counts.set(caller, count);
    const reset = Math.ceil(((minute + 1) * MINUTE_MS - now) / 1000);
    if (count > LOOK_UPS_PER_MINUTE) throw postalProblem('tracking.too-many', { retryAfterSeconds: reset });
    return `limit=${LOOK_UPS_PER_MINUTE}, remaining=${LOOK_UPS_PER_MINUTE - count}, reset=${reset}`;
  }
}
