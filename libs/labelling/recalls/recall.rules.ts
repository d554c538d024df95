/** Why a lot is taken back. */
export const RECALL_REASONS = ['contamination', 'allergen', 'spoiled', 'wrong_label', 'other'] as const;
export type RecallReason = (typeof RECALL_REASONS)[number];

/** `lot`: only goods of the lot. `pack`: all goods of the pack, because its lots cannot be told apart. */
export const RECALL_SCOPES = ['lot', 'pack'] as const;
export type RecallScope = (typeof RECALL_SCOPES)[number];

export const RECALLED_AS = ['household', 'official'] as const;
export type RecalledAs = (typeof RECALLED_AS)[number];
