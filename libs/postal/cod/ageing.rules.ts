import { daysBetween, localDay } from '@choxa/standards';

/** How long cash lies with its holder, in days: 0–1, 2–3, 4–7, more. */
export const AGES = ['days0to1', 'days2to3', 'days4to7', 'older'] as const;
export type Age = (typeof AGES)[number];

/** Cash that came in. */
export interface Inflow {
  amountVnd: number;
  at: Date;
}

/** The age of cash that came in on one day, seen on another (`YYYY-MM-DD`, local). */
export function ageOn(cameOn: string, day: string): Age {
  const days = daysBetween(cameOn, day);
  if (days <= 1) return 'days0to1';
  if (days <= 3) return 'days2to3';
  return days <= 7 ? 'days4to7' : 'older';
}

/**
 * How old the cash is that somebody holds: what goes out first is what came in first, so what is held came in last.
 *
 * @param inflows newest first; what they do not explain is older than all of them
 * @param heldVnd đồng; nothing is aged below zero
 */
export function ageHeld(inflows: readonly Inflow[], heldVnd: number, day: string): Record<Age, number> {
  const ages: Record<Age, number> = { days0to1: 0, days2to3: 0, days4to7: 0, older: 0 };
  let left = Math.max(0, heldVnd);
  for (const { amountVnd, at } of inflows) {
    const part = Math.min(left, amountVnd);
    ages[ageOn(localDay(at), day)] += part;
    left -= part;
  }
  ages.older += left;
  return ages;
}
