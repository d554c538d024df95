import type { OfficeKind } from '../offices/office.entity.js';

/** Ends of a bag's way. */
export interface BagWay {
  fromOfficeId: string;
  toOfficeId: string;
  toKind: OfficeKind;
}

/**
 * The office a parcel should go to instead, or null when the bag goes its way. `nextHop`: the next office by the network, null where the network knows
 * no way; then a bag to a hub is believed, and a bag to any other office carries only parcels for that office.
 */
export function rightOfficeInstead(way: BagWay, targetOfficeId: string, nextHop: string | null): string | null {
  if (targetOfficeId === way.fromOfficeId) return targetOfficeId;
  if (way.toOfficeId === targetOfficeId || way.toOfficeId === nextHop) return null;
  if (nextHop !== null) return nextHop;
  return way.toKind === 'hub' ? null : targetOfficeId;
}
