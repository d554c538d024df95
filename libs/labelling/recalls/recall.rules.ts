/** Why a lot is taken back. */
export const RECALL_REASONS = ['contamination', 'allergen', 'spoiled', 'wrong_label', 'other'] as const;
export type RecallReason = (typeof RECALL_REASONS)[number];

/** `lot`: only goods of the lot. `pack`: all goods of the pack, because its lots cannot be told apart. */
export const RECALL_SCOPES = ['lot', 'pack'] as const;
export type RecallScope = (typeof RECALL_SCOPES)[number];

export const RECALLED_AS = ['household', 'official'] as const;
export type RecalledAs = (typeof RECALLED_AS)[number];

/**
 * Whether the running recalls of a pack's lots stop its sale: one says that its lots cannot be told apart, or nothing but recalled lots is left.
 *
 * @param hasLot whether the pack has a lot to be sold from, which a recalled one is not
 */
export function stopsSale(running: readonly RecallScope[], hasLot: boolean): boolean {
  return running.includes('pack') || (running.length > 0 && !hasLot);
}
