import { PARCEL_EVENTS, type ParcelEventCode } from '@choxa/standards';

/** Acceptance was weighed, paid and booked at the counter: it is no scan that could be a slip of the hand. */
export function isCorrectable(code: ParcelEventCode): boolean {
  return code !== 'EMA';
}

/** What ended a parcel's way (delivered, given back, lost, destroyed) is taken back by two people, for money and liability hang on it. */
export function needsSecondPerson(code: ParcelEventCode): boolean {
  return PARCEL_EVENTS[code].closing;
}
