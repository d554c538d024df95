import { addDays, boundsOf, daysBetween, localDay, localQuarter, parsePeriod, periodKey, shiftPeriod } from '@choxa/standards';

/** Two quarters, about. */
const LEAST_DAYS = 172;
/** So many days of the oldest quarter that is needed lie in the history, so that something was delivered in it. */
const DAYS_OF_OLDEST = 20;
/** While returns of the last quarter may come it cannot be closed. */
const RETURN_DAYS = 15;

/**
 * Days of history the demo has before `until`: they reach into the quarter it closes, the one before the last; and while the last one cannot be
 * closed yet into the one before, so that on every day of a year there is one still to close.
 */
export function historyDays(until: Date): number {
  const running = parsePeriod(localQuarter(until));
  if (!running.ok) return LEAST_DAYS;
  const firstOf = (shift: number) => localDay(boundsOf(periodKey(shiftPeriod(running.period, shift))).from);
  const today = localDay(until);
  const lastIsOpen = today < addDays(firstOf(0), RETURN_DAYS);
  const endOfOldest = firstOf(lastIsOpen ? -2 : -1);
  return Math.max(LEAST_DAYS, daysBetween(endOfOldest, today) + DAYS_OF_OLDEST);
}
