import { CandidateSearch } from './candidate-search.js';
import { claimsOf, type AddressText } from './claims.rules.js';
import { landOf } from './coverage.js';
import type { Gazetteer } from './gazetteer.js';
import { addressParts } from '../names/address-parts.rules.js';
import type { Province } from './place.js';
import type { Resolution } from './resolution.js';

/**
 * Finds the commune of today that an address means, in old or new names, well or badly written. Never guesses: where two communes are
 * possible both are given and the outcome is `several`.
 *
 * A district says that the address is old, so former names go first; "xã X, tỉnh Y" is the lawful form of today, so names of today go first
 * (with a warning when an old commune of that name lay elsewhere); a province that is gone says old. Order of likeness: same spelling, same where
 * marks were typed, same without marks, i/y and k/c, one slip of the finger. Digits are never corrected.
 */
export function resolvePlace(address: AddressText, known: Gazetteer): Resolution {
  const code = address.commune?.trim() ?? '';
  const byCode = /^\d{5}$/u.test(code) ? known.places.get(code) : undefined;
  if (byCode) return { outcome: 'one', candidates: [byCode], warnings: [] };

  const claims = claimsOf(address, known);
  const search = new CandidateSearch(known);
  if (claims.unknownProvince) search.warn('unknownProvince');
  const provinces = claims.province ? search.provinces(claims.province) : null;
  const districts = claims.district ? search.districts(claims.district, provinces) : [];
  const [commune, ...others] = claims.communes;
  if (!commune) {
    if (!districts.length) return search.none(claims.district ? 'unknownDistrict' : 'noCommune');
    return search.answer(landOf(districts), 'noCommune');
  }
  if (others.length) {
    const codes = claims.communes.flatMap((part) => [
      ...(districts.length ? search.inDistricts(part, districts, provinces) : search.inProvinces(part, provinces, claims.district)).codes,
    ]);
    return new Set(codes).size > 1 ? search.answer(new Set(codes), 'manyCommunes') : search.answer(new Set(codes));
  }
  const found = districts.length
    ? search.inDistricts(commune, districts, provinces)
    : claims.either
      ? search.communeOrDistrict(commune, provinces)
      : search.inProvinces(commune, provinces, claims.district);
  return search.answer(found.codes, null, found);
}

/** The one province of today behind a name of today, a former name, or a code; null where there is none, or its land went to several. */
export function provinceNamed(name: string, known: Gazetteer): Province | null {
  const [part, ...others] = addressParts(name);
  if (!part || others.length) return null;
  const found = new CandidateSearch(known).provinces(part) ?? [];
  const codes = new Set(found.flatMap(({ provinceCode, former }) => (provinceCode ? [provinceCode] : [...(former?.provinceCodes ?? [])])));
  return codes.size === 1 ? (known.provinces.get([...codes][0]!) ?? null) : null;
}
