import { shareOf } from '../indicators/share.rules.js';
import type { Scope } from '../scope/scope.js';
import type { FunnelCounts, FunnelCut } from './funnel.query.js';

/** How far a product comes, in this sequence: on sale, with a complete label, sold, handed over at the buyer's address. */
export const FUNNEL_STEPS = ['listed', 'labelled', 'sold', 'delivered'] as const;
export type FunnelStep = (typeof FUNNEL_STEPS)[number];

/** A step of the funnel as it is answered. `net…`: without what households sold to themselves. */
export interface CountedStep {
  key: FunnelStep;
  products: number;
  /** Percent of the step before and of the first, rounded down; null for the first step and where none arose. */
  ofBefore: string | null;
  ofFirst: string | null;
  netProducts: number;
  netOfBefore: string | null;
}

/** The steps with their shares, none where they were not counted. Self-dealing touches sales only, so the first two are the same without it. */
export function stepsOf(counts: FunnelCounts | null): CountedStep[] {
  if (!counts) return [];
  const net: Record<FunnelStep, number> = { ...counts, sold: counts.netSold, delivered: counts.netDelivered };
  return FUNNEL_STEPS.map((key, index) => {
    const before = FUNNEL_STEPS[index - 1];
    return {
      key,
      products: counts[key],
      ofBefore: before ? shareOf(counts[key], counts[before]).share : null,
      ofFirst: shareOf(counts[key], counts.listed).share,
      netProducts: net[key],
      netOfBefore: before ? shareOf(net[key], net[before]).share : null,
    };
  });
}

/** All cells together. */
export function sumOf(cells: readonly FunnelCounts[]): FunnelCounts {
  const sum = { listed: 0, labelled: 0, sold: 0, delivered: 0, netSold: 0, netDelivered: 0 };
  for (const cell of cells) for (const step of Object.keys(sum) as (keyof FunnelCounts)[]) sum[step] += cell[step];
  return sum;
}

/** How the funnel is broken down when nobody says: by what comes below the place that is asked for. */
export function usualCut({ area, filters }: Pick<Scope, 'area' | 'filters'>): FunnelCut {
  return filters.province || filters.commune || area ? 'commune' : 'province';
}
