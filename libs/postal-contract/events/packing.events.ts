import { definePostalEvent, instant, listOf, matching, parcelNumber, text, whole } from './postal-event.js';

const MOST_CONTENTS = 500;

/** The post has packed a parcel from goods it keeps for the sender, and says of which lots. */
export interface ParcelPackedV1 {
  number: string;
  senderReference: string;
  packedAt: string;
  contents: PackedContentV1[];
}

export interface PackedContentV1 {
  /** Number on the pack in 14-digit form. */
  code14: string;
  lotCode: string;
  quantity: number;
}

export const ParcelPacked = definePostalEvent<ParcelPackedV1>('postal.parcel-packed.v1', {
  number: parcelNumber,
  senderReference: text(100),
  packedAt: instant,
  contents: listOf(
    { code14: matching(/^\d{14}$/, 'a pack number of 14 digits'), lotCode: text(40), quantity: whole(1, 1_000_000) },
    MOST_CONTENTS,
  ),
});
