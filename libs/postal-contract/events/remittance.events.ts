import { definePostalEvent, instant, listOf, parcelNumber, text, whole } from './postal-event.js';

const MOST_PARCELS = 500;

/** The post has paid cash on delivery out to a sender, in one sum for several parcels. */
export interface CodRemittedV1 {
  operatorCode: string;
  /** What stands with the money in the sender's bank statement. */
  reference: string;
  remittedAt: string;
  parcels: RemittedParcelV1[];
}

export interface RemittedParcelV1 {
  number: string;
  senderReference: string;
  /** Cash that was collected. */
  collectedVnd: number;
  /** Of that, paid to the sender; the rest is the post's own: its postage. */
  paidVnd: number;
}

const amount = whole(0, Number.MAX_SAFE_INTEGER);

export const CodRemitted = definePostalEvent<CodRemittedV1>('postal.cod-remitted.v1', {
  operatorCode: text(40),
  reference: text(40),
  remittedAt: instant,
  parcels: listOf({ number: parcelNumber, senderReference: text(100), collectedVnd: amount, paidVnd: amount }, MOST_PARCELS),
});
