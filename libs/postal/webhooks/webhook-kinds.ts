import { PARCEL_EVENT_CODES, type ParcelEventCode } from '@choxa/standards';

/** What a webhook may be told: the events of parcels by their codes, e.g. `parcel.emi`. */
export type WebhookKind = `parcel.${Lowercase<ParcelEventCode>}`;
export const WEBHOOK_KINDS = PARCEL_EVENT_CODES.map(kindOf);

/** Sent when its owner asks for it, whatever else was chosen. */
export const TEST_KIND = 'webhook.test';

export function kindOf(code: ParcelEventCode): WebhookKind {
  return `parcel.${code.toLowerCase() as Lowercase<ParcelEventCode>}`;
}
