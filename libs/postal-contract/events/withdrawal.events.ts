import { definePostalEvent, instant, oneOf, parcelNumber, text } from './postal-event.js';
import { PARCEL_STATES, type ParcelState } from './parcel.events.js';

/** The sender no longer wants a parcel carried. It counts only until the parcel is handed over. */
export interface PostingWithdrawnV1 {
  senderReference: string;
  /** In words, for the clerk who is brought the parcel all the same. */
  reason: string;
  withdrawnAt: string;
}

export const PostingWithdrawn = definePostalEvent<PostingWithdrawnV1>('postal.posting-withdrawn.v1', {
  senderReference: text(100),
  reason: text(300),
  withdrawnAt: instant,
});

/** The withdrawal came too late: the post has the parcel and goes on carrying it. */
export interface WithdrawalRefusedV1 {
  number: string;
  senderReference: string;
  state: ParcelState;
  refusedAt: string;
}

export const WithdrawalRefused = definePostalEvent<WithdrawalRefusedV1>('postal.withdrawal-refused.v1', {
  number: parcelNumber,
  senderReference: text(100),
  state: oneOf(PARCEL_STATES),
  refusedAt: instant,
});
