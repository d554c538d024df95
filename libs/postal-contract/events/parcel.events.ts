import { DELIVERY_PLACE_CODES, NON_DELIVERY_REASON_CODES, type DeliveryPlace, type NonDeliveryReason } from '@choxa/standards';
import {
  communeCode,
  definePostalEvent,
  instant,
  listOf,
  matching,
  maybe,
  nested,
  oneOf,
  orNull,
  parcelNumber,
  provinceCode,
  text,
  whole,
  yesOrNo,
} from './postal-event.js';
import { MAX_CONTENTS } from './posting-requested.events.js';

/** Where a parcel is on its way. `announced`: known to the post, not yet handed over. `withdrawn`: it never will be. */
export const PARCEL_STATES = [
  'announced',
  'accepted',
  'in_transit',
  'at_delivery_office',
  'out_for_delivery',
  'held',
  'attempt_failed',
  'delivered',
  'returning',
  'returned',
  'lost',
  'destroyed',
  'withdrawn',
] as const;
export type ParcelState = (typeof PARCEL_STATES)[number];

/** What a clerk found when scanning the packs of a content line. `other_code`: a pack carried another code than announced. */
export const CONTENT_CHECKS = ['matches', 'missing', 'other_code'] as const;
export type ContentCheck = (typeof CONTENT_CHECKS)[number];

/** How a parcel ended: delivered, given back to the sender, lost or destroyed. */
export const CLOSING_OUTCOMES = ['EMI', 'RTD', 'lost', 'destroyed'] as const;
export type ClosingOutcome = (typeof CLOSING_OUTCOMES)[number];

const reference = text(100);

/** The post has given the parcel its number. */
export interface ParcelRegisteredV1 {
  number: string;
  senderReference: string;
  operatorCode: string;
}

export const ParcelRegistered = definePostalEvent<ParcelRegisteredV1>('postal.parcel-registered.v1', {
  number: parcelNumber,
  senderReference: reference,
  operatorCode: text(40),
});

/** A clerk took the parcel over the counter. `checks` is empty when no pack was scanned. */
export interface ParcelAcceptedV1 {
  number: string;
  senderReference: string;
  acceptedAt: string;
  weightGrams: number;
  /** One per content line, in the lines' sequence; `code14` is the announced one. */
  checks: { code14: string | null; result: ContentCheck }[];
  operatorCode?: string;
  senderProvinceCode?: string;
  senderCommuneCode?: string;
  recipientProvinceCode?: string;
  recipientCommuneCode?: string;
  /** By the weight measured; null where no price covers the way. */
  postageVnd?: number | null;
  /** Announced by a sender's system, not written at the counter: what the plan calls e-commerce. */
  bySystem?: boolean;
}

export const ParcelAccepted = definePostalEvent<ParcelAcceptedV1>('postal.parcel-accepted.v1', {
  number: parcelNumber,
  senderReference: reference,
  acceptedAt: instant,
  weightGrams: whole(1, 1_000_000),
  checks: listOf({ code14: orNull(matching(/^\d{14}$/, '14 digits')), result: oneOf(CONTENT_CHECKS) }, MAX_CONTENTS),
  operatorCode: maybe(text(40)),
  senderProvinceCode: maybe(provinceCode),
  senderCommuneCode: maybe(communeCode),
  recipientProvinceCode: maybe(provinceCode),
  recipientCommuneCode: maybe(communeCode),
  postageVnd: maybe(orNull(whole(0, Number.MAX_SAFE_INTEGER))),
  bySystem: maybe(yesOrNo),
});

/** Every change of state, also the ones that have an event of their own. May arrive late: `at` tells which is newer. */
export interface ParcelStatusChangedV1 {
  number: string;
  senderReference: string;
  state: ParcelState;
  at: string;
}

export const ParcelStatusChanged = definePostalEvent<ParcelStatusChangedV1>('postal.parcel-status-changed.v1', {
  number: parcelNumber,
  senderReference: reference,
  state: oneOf(PARCEL_STATES),
  at: instant,
});

/** What the recipient did not take of a parcel: it goes back as a parcel of its own, under a reference of the post's making. */
export interface RestV1 {
  number: string;
  senderReference: string;
}

/** The recipient has it, or a part of it, and the cash for that was collected in the same moment. */
export interface ParcelDeliveredV1 {
  number: string;
  senderReference: string;
  deliveredAt: string;
  deliveryPlace: DeliveryPlace;
  codCollectedVnd: number;
  /** Units taken of each content line, in the lines' sequence. Absent: everything. */
  taken?: { quantity: number }[];
  /** With `taken`. */
  rest?: RestV1;
  /** As of {@link ParcelClosedV1}: of two words about where this parcel was handed over the higher holds. */
  telling?: number;
}

export const ParcelDelivered = definePostalEvent<ParcelDeliveredV1>('postal.parcel-delivered.v1', {
  number: parcelNumber,
  senderReference: reference,
  deliveredAt: instant,
  deliveryPlace: oneOf(DELIVERY_PLACE_CODES),
  codCollectedVnd: whole(0, Number.MAX_SAFE_INTEGER),
  taken: maybe(listOf({ quantity: whole(0, 1_000_000) }, MAX_CONTENTS)),
  rest: maybe(nested({ number: parcelNumber, senderReference: reference })),
  telling: maybe(whole(0, 1_000_000)),
});

/** The sender has it back; nothing is due any more. */
export interface ParcelReturnedV1 {
  number: string;
  senderReference: string;
  returnedAt: string;
  /** Where it is the rest of a parcel of which a part was taken: that parcel's reference. */
  restOf?: string;
}

export const ParcelReturned = definePostalEvent<ParcelReturnedV1>('postal.parcel-returned.v1', {
  number: parcelNumber,
  senderReference: reference,
  returnedAt: instant,
  restOf: maybe(reference),
});

/** What ended the parcel's way was declared wrong, by two people: it goes on, and will be closed anew. */
export interface ParcelReopenedV1 {
  number: string;
  senderReference: string;
  operatorCode: string;
  /** How it had ended. */
  outcome: ClosingOutcome;
  closedAt: string;
  reopenedAt: string;
  /** As of {@link ParcelClosedV1}: its end is told of once more, namely that it is none. */
  telling?: number;
}

export const ParcelReopened = definePostalEvent<ParcelReopenedV1>('postal.parcel-reopened.v1', {
  number: parcelNumber,
  senderReference: reference,
  operatorCode: text(40),
  outcome: oneOf(CLOSING_OUTCOMES),
  closedAt: instant,
  reopenedAt: instant,
  telling: maybe(whole(0, 1_000_000)),
});

/**
 * The parcel's history is over: what the officials' figures on delivery to the address are made of. Not told of the rest of a parcel that was
 * taken in part: the parcel itself was delivered, and is counted once. Told anew when a scan that came late, or a correction, changed it.
 */
export interface ParcelClosedV1 {
  number: string;
  operatorCode: string;
  closedAt: string;
  outcome: ClosingOutcome;
  /** Only with outcome EMI. */
  deliveryPlace: DeliveryPlace | null;
  recipientProvinceCode: string;
  recipientCommuneCode: string;
  /** Tries to hand it over, the successful one included. */
  attempts: number;
  /** The how manieth word about this parcel's end it is; the highest holds. Absent: told before tellings were counted. */
  telling?: number;
  /** Why the first try failed; null where none did. */
  firstFailure?: NonDeliveryReason | null;
  hasDigitalAddress?: boolean;
  /** Code of the office it was delivered from, or was to be. */
  deliveryOfficeCode?: string;
}

export const ParcelClosed = definePostalEvent<ParcelClosedV1>('postal.parcel-closed.v1', {
  number: parcelNumber,
  operatorCode: text(40),
  closedAt: instant,
  outcome: oneOf(CLOSING_OUTCOMES),
  deliveryPlace: orNull(oneOf(DELIVERY_PLACE_CODES)),
  recipientProvinceCode: provinceCode,
  recipientCommuneCode: communeCode,
  attempts: whole(0, 1_000),
  telling: maybe(whole(0, 1_000_000)),
  firstFailure: maybe(orNull(oneOf(NON_DELIVERY_REASON_CODES))),
  hasDigitalAddress: maybe(yesOrNo),
  deliveryOfficeCode: maybe(text(40)),
});
