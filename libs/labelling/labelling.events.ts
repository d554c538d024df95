import { defineEvent } from '@choxa/platform';
import type { RecallReason, RecallScope } from './recalls/recall.rules.js';

/** A lot was taken back: nothing of it is sold from this moment on. */
export const LotRecalled = defineEvent<LotRecalledV1>('labelling.lot-recalled.v1');

export interface LotRecalledV1 {
  recallId: string;
  lotId: string;
  lotCode: string;
  traceCode: string;
  packId: string;
  productName: string;
  householdId: string;
  /** `pack`: its lots cannot be told apart, so every sale of the pack since the lot was made may be of it. */
  scope: RecallScope;
  reason: RecallReason;
  /** What is wrong and what buyers should do. */
  note: string;
  /** Day in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. */
  producedOn: string;
  /** RFC 3339. */
  recalledAt: string;
}
