import type { OfficeKind } from '../offices/office.entity.js';

/** Ends of a bag's way. */
export interface BagWay {
  fromOfficeId: string;
  toOfficeId: string;
  toKind: OfficeKind;
}

/**
 * The office a parcel should go to instead, or null when the bag goes its way: its own way passes where the bag goes. `path`: the offices of the parcel's
 * way from here by the network, null where the network knows none; then a bag to a hub is believed, and any other carries only parcels for its office.
 */
export function rightOfficeInstead(way: BagWay, targetOfficeId: string, path: readonly string[] | null): string | null {
  if (targetOfficeId === way.fromOfficeId) return targetOfficeId;
  if (path) return path.includes(way.toOfficeId) ? null : path[1]!;
  return way.toKind === 'hub' || way.toOfficeId === targetOfficeId ? null : targetOfficeId;
}
