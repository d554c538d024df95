import { definePostalEvent, instant, listOf, matching, nested, oneOf, orNull, text } from './postal-event.js';
import { MAX_CONTENTS, party, type PartyV1 } from './posting-requested.events.js';

export const PICKUP_HALVES = ['morning', 'afternoon'] as const;
export type PickupHalf = (typeof PICKUP_HALVES)[number];

export const PICKUP_ANSWERS = ['accepted', 'declined'] as const;
export type PickupAnswer = (typeof PICKUP_ANSWERS)[number];

/** A sender asks that announced parcels be fetched. Each office that is to accept some of them answers for its own. */
export interface PickupRequestedV1 {
  /** The sender's own key for the request; the same key never makes a second one. */
  pickupReference: string;
  sender: PartyV1;
  /** Local day, `YYYY-MM-DD`. */
  day: string;
  half: PickupHalf;
  /** Where exactly the parcels lie, in the sender's words. */
  note: string | null;
  parcels: { senderReference: string }[];
  requestedAt: string;
}

export const PickupRequested = definePostalEvent<PickupRequestedV1>('postal.pickup-requested.v1', {
  pickupReference: text(100),
  sender: nested(party),
  day: matching(/^\d{4}-\d\d-\d\d$/, 'a day'),
  half: oneOf(PICKUP_HALVES),
  note: orNull(text(300)),
  parcels: listOf({ senderReference: text(100) }, MAX_CONTENTS),
  requestedAt: instant,
});

/** An office comes for these parcels, or says why it does not. */
export interface PickupAnsweredV1 {
  pickupReference: string;
  answer: PickupAnswer;
  /** Why it declines. */
  reason: string | null;
  parcels: { senderReference: string }[];
  answeredAt: string;
}

export const PickupAnswered = definePostalEvent<PickupAnsweredV1>('postal.pickup-answered.v1', {
  pickupReference: text(100),
  answer: oneOf(PICKUP_ANSWERS),
  reason: orNull(text(300)),
  parcels: listOf({ senderReference: text(100) }, MAX_CONTENTS),
  answeredAt: instant,
});
