/** A line as it stands while it is being packed. */
export interface PackingLine {
  id: string;
  packId: string;
  /** Units that go into the parcel. */
  wanted: number;
  /** Units scanned so far. */
  packed: number;
}

export type PackingFault = 'packing.other-product' | 'packing.enough' | 'packing.lot-recalled' | 'packing.lot-expired';

/** The line a scanned unit belongs to, or why it does not go into this parcel. A dangerous lot is said before everything else. */
export function lineFor(
  lines: readonly PackingLine[],
  packId: string,
  lot: { expired: boolean; recalled: boolean } | null,
): { line: PackingLine } | { fault: PackingFault } {
  const own = lines.filter((line) => line.packId === packId && line.wanted > 0);
  if (!own.length) return { fault: 'packing.other-product' };
  if (lot?.recalled) return { fault: 'packing.lot-recalled' };
  if (lot?.expired) return { fault: 'packing.lot-expired' };
  const open = own.find((line) => line.packed < line.wanted);
  return open ? { line: open } : { fault: 'packing.enough' };
}
