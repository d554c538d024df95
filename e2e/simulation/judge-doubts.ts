import type { PlannedParcel, Visit } from './month-plan.js';

/** How well deliveries that did not happen are told from those that did. */
export interface Doubts {
  /** Planted deliveries that did not happen; how many of them are doubted. */
  planted: number;
  found: number;
  /** Deliveries that happened; how many of them are doubted all the same. */
  honest: number;
  falseAlarms: number;
}

/** A refusal that was made up leaves no trace but the recipient's complaint, so only deliveries count. */
export function judgeDoubts(visits: readonly Visit[], doubted: ReadonlySet<string>, numberOf: (parcel: PlannedParcel) => string): Doubts {
  const doubts: Doubts = { planted: 0, found: 0, honest: 0, falseAlarms: 0 };
  for (const { outcome, falsehood, parcel } of visits) {
    if (outcome !== 'delivered') continue;
    const isDoubted = doubted.has(numberOf(parcel));
    doubts[falsehood ? 'planted' : 'honest'] += 1;
    if (isDoubted) doubts[falsehood ? 'found' : 'falseAlarms'] += 1;
  }
  return doubts;
}
