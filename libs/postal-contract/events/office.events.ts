import { communeCode, definePostalEvent, instant, matching, oneOf, orNull, provinceCode, text, whole, yesOrNo } from './postal-event.js';

/** Counter, commune cultural post office, delivery office, or hub where parcels are sorted. */
export const SERVICE_POINT_KINDS = ['counter', 'commune_cultural', 'delivery', 'hub'] as const;
export type ServicePointKind = (typeof SERVICE_POINT_KINDS)[number];

/** An operator has described one of its offices, for the first time or anew (indicators 5, 6, 7, 14). A higher version replaces the lower ones from its day on. */
export interface OfficeChangedV1 {
  operatorCode: string;
  operatorName: string;
  officeCode: string;
  officeName: string;
  /** From 1, without gaps, of one office. */
  version: number;
  changedAt: string;
  kind: ServicePointKind;
  communeCode: string;
  provinceCode: string;
  /** Whether somebody of the operator works there. */
  staffed: boolean;
  internet: boolean;
  /** Whether it is able to serve public services. */
  publicService: boolean;
  /** Local day on which it opened, `YYYY-MM-DD`. */
  validFrom: string;
  /** First local day on which it is no longer open; null while no end is known. */
  validTo: string | null;
}

const day = matching(/^\d{4}-\d\d-\d\d$/, 'a day');

export const OfficeChanged = definePostalEvent<OfficeChangedV1>('postal.office-changed.v1', {
  operatorCode: text(40),
  operatorName: text(200),
  officeCode: text(40),
  officeName: text(200),
  version: whole(1, 1_000_000),
  changedAt: instant,
  kind: oneOf(SERVICE_POINT_KINDS),
  communeCode,
  provinceCode,
  staffed: yesOrNo,
  internet: yesOrNo,
  publicService: yesOrNo,
  validFrom: day,
  validTo: orNull(day),
});
