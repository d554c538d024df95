import type { ParcelState } from '@choxa/postal-contract';

/** Not while a postman carries it, and not when its way to the recipient is over. */
export const REDIRECTABLE: ReadonlySet<ParcelState> = new Set([
  'announced',
  'accepted',
  'in_transit',
  'at_delivery_office',
  'held',
  'attempt_failed',
]);
