import type { Place } from './place.js';

/** Why an answer is not plain. Codes for programs; texts are the storefront's. */
export const PLACE_WARNINGS = {
  /** The former commune lies in several communes of today. */
  divided: 'commune.divided',
  /** A commune of today, but a former one of that name in the province lies elsewhere. */
  alsoFormer: 'commune.also-a-former-name',
  /** The name may mean a commune or a former district. */
  alsoDistrict: 'commune.also-a-former-district',
  /** No commune of that name where it should be; the candidates are what else was said. */
  unknownCommune: 'commune.unknown',
  /** Only a district or province was given. */
  noCommune: 'commune.missing',
  /** Several communes were named. */
  manyCommunes: 'commune.many',
  /** A name was read as one that differs by one letter. */
  slip: 'name.misspelled',
  unknownDistrict: 'district.unknown',
  /** The commune lies in another district, or the district in another province, than was said. */
  otherDistrict: 'district.does-not-fit',
  unknownProvince: 'province.unknown',
} as const;

export type PlaceWarning = keyof typeof PLACE_WARNINGS;

/** `one`: this commune and no other. `several`: ask, even where one candidate is left. `none`: nothing of that name. */
export interface Resolution {
  outcome: 'one' | 'several' | 'none';
  candidates: Place[];
  /** Values of {@link PLACE_WARNINGS}. */
  warnings: string[];
}
