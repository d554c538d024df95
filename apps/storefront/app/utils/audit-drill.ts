/** What a figure can be broken down by, as the API names it. */
export const DRILL_LEVELS = ['province', 'commune', 'household', 'product'] as const;
export type DrillLevel = (typeof DRILL_LEVELS)[number];

/**
 * The level below what is looked at: nation → province → commune → household → product; null where the view ends. Who oversees one province or one
 * commune begins below it.
 */
export function levelBelow(asked: Partial<Record<DrillLevel, string>>, overseen: 'nation' | 'province' | 'commune'): DrillLevel | null {
  const at = Math.max(DRILL_LEVELS.findLastIndex((level) => asked[level]) + 1, ['nation', 'province', 'commune'].indexOf(overseen));
  return DRILL_LEVELS[at] ?? null;
}
