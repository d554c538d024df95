import { definePostalEvent, instant, listOf, maybe, orNull, text, whole } from './postal-event.js';
import { content, MAX_COD_VND, MAX_CONTENTS, MAX_PARCEL_CM3, MAX_PARCEL_GRAMS, type ContentV1 } from './posting-requested.events.js';

/** What is to be carried has become less (or lighter) before it was handed over. After acceptance the post leaves everything as it is. */
export interface PostingChangedV1 {
  senderReference: string;
  /** Grams as announced now. */
  weightGrams: number;
  /** Room it takes now, cm³; null or absent where nobody measured it. */
  volumeCm3?: number | null;
  /** Whole đồng to collect now; 0 for none. */
  codVnd: number;
  /** Replaces the whole declaration; never empty. */
  contents: ContentV1[];
  changedAt: string;
}

export const PostingChanged = definePostalEvent<PostingChangedV1>('postal.posting-changed.v1', {
  senderReference: text(100),
  weightGrams: whole(1, MAX_PARCEL_GRAMS),
  volumeCm3: maybe(orNull(whole(1, MAX_PARCEL_CM3))),
  codVnd: whole(0, MAX_COD_VND),
  contents: listOf(content, MAX_CONTENTS),
  changedAt: instant,
});
