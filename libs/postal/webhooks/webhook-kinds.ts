import { PARCEL_EVENT_CODES, type ParcelEventCode } from '@choxa/standards';

/** Told of what is no event of a parcel's way: it was declared wrong that its way had ended; its cash was paid out. */
export const FACT_KINDS = ['parcel.reopened', 'cod.remitted'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** What a webhook may be told: the events of parcels by their codes, e.g. `parcel.emi`, and facts about them. */
export type WebhookKind = `parcel.${Lowercase<ParcelEventCode>}` | FactKind;
export const WEBHOOK_KINDS: readonly WebhookKind[] = [...PARCEL_EVENT_CODES.map(kindOf), ...FACT_KINDS];

/** Sent when its owner asks for it, whatever else was chosen. */
export const TEST_KIND = 'webhook.test';

export function kindOf(code: ParcelEventCode): WebhookKind {
  return `parcel.${code.toLowerCase() as Lowercase<ParcelEventCode>}`;
}
