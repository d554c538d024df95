const HOUR_MS = 3_600_000;

/**
 * Until when the recipient may say that a delivery did not happen. It counts from when the post knew of it: a telephone without network tells late,
 * and that must not cost the recipient anything.
 */
export function disputeEnd(
  { deliveredAt, recordedAt }: { deliveredAt: Date; recordedAt: Date },
  { dispute_hours }: { dispute_hours: number },
): Date {
  return new Date(Math.max(deliveredAt.getTime(), recordedAt.getTime()) + dispute_hours * HOUR_MS);
}
