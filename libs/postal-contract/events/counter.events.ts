import { communeCode, definePostalEvent, matching, orNull, provinceCode, text, whole } from './postal-event.js';

const MOST = 1_000;

/** An office has counted public services it served at its counter (indicator 14). Says nothing of the citizens. */
export interface PublicServiceServedV1 {
  /** Of this count; a further one of the same office, kind and day has another. */
  recordId: string;
  operatorCode: string;
  officeCode: string;
  communeCode: string;
  provinceCode: string;
  kind: string;
  /** Added to what was told before for the office, kind and day; negative when an earlier count was too high. */
  count: number;
  /** Local day, `YYYY-MM-DD`. */
  day: string;
  /** The count that this one puts right; null for a first count. */
  corrects: string | null;
}

export const PublicServiceServed = definePostalEvent<PublicServiceServedV1>('postal.public-service-served.v1', {
  recordId: text(40),
  operatorCode: text(40),
  officeCode: text(40),
  communeCode,
  provinceCode,
  kind: text(40),
  count: whole(-MOST, MOST),
  day: matching(/^\d{4}-\d\d-\d\d$/, 'a day'),
  corrects: orNull(text(40)),
});
