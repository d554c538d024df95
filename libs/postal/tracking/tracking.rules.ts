import type { ParcelState } from '@choxa/postal-contract';
import { foldScans, type FoldableScan } from '../scans/fold.rules.js';

/** The five steps a recipient is shown. */
export const TRACKING_STEPS = ['announced', 'accepted', 'in_transit', 'out_for_delivery', 'delivered'] as const;
export type TrackingStep = (typeof TRACKING_STEPS)[number];

/** What comes next: a step, the way back, or nothing more. */
export const NEXT_STEPS = [...TRACKING_STEPS, 'returned'] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

const STEP_OF_STATE: Readonly<Record<ParcelState, TrackingStep | null>> = {
  announced: 'announced',
  accepted: 'accepted',
  in_transit: 'in_transit',
  at_delivery_office: 'in_transit',
  held: 'in_transit',
  out_for_delivery: 'out_for_delivery',
  attempt_failed: 'out_for_delivery',
  delivered: 'delivered',
  // On the way back, lost or withdrawn: as far as it had come.
  returning: null,
  returned: null,
  lost: null,
  destroyed: null,
  withdrawn: null,
};

export interface TrackingProgress {
  /** 1–5. */
  step: number;
  steps: { key: TrackingStep; reachedAt: Date | null }[];
  nextStep: NextStep | null;
}

/** How far a parcel has come, in the five steps. A step whose scan was never made has no time but counts as passed. */
export function trackingProgress(state: ParcelState, announcedAt: Date, scans: readonly FoldableScan[]): TrackingProgress {
  const times = new Map<TrackingStep, Date>([['announced', announcedAt]]);
  for (const [reached, at] of Object.entries(foldScans(scans).reached) as [ParcelState, Date][]) {
    const step = STEP_OF_STATE[reached];
    if (step && !(times.get(step)! <= at)) times.set(step, at);
  }
  const furthest = Math.max(...[...times.keys()].map((step) => TRACKING_STEPS.indexOf(step)));
  const own = STEP_OF_STATE[state];
  const index = own ? TRACKING_STEPS.indexOf(own) : furthest;
  return {
    step: index + 1,
    steps: TRACKING_STEPS.map((key, place) => ({ key, reachedAt: place <= index ? (times.get(key) ?? null) : null })),
    nextStep: nextStep(state, index),
  };
}

function nextStep(state: ParcelState, index: number): NextStep | null {
  if (state === 'returning') return 'returned';
  if (state === 'delivered' || state === 'returned' || state === 'lost' || state === 'withdrawn') return null;
  // A failed attempt is tried again, so the next step is the same one once more.
  if (state === 'attempt_failed') return 'out_for_delivery';
  return TRACKING_STEPS[index + 1] ?? null;
}
