import type { CurrentCommune, FormerCommune, FormerDistrict, FormerProvince, Gazetteer, KnownProvince } from './gazetteer.js';
import type { Hit } from './name-table.js';

// Whether a province that was typed may be meant for a unit: by its name of before 1/7/2025, or by the one its land has now.

function coversFormerProvince(province: KnownProvince, former: FormerProvince): boolean {
  return province.former === former || (province.provinceCode !== null && former.provinceCodes.has(province.provinceCode));
}

export function coversDistrict(provinces: readonly KnownProvince[] | null, district: FormerDistrict): boolean {
  return provinces === null || provinces.some((province) => coversFormerProvince(province, district.province));
}

export function coversFormer(provinces: readonly KnownProvince[] | null, commune: FormerCommune): boolean {
  return provinces === null || provinces.some((province) => coversFormerProvince(province, commune.province));
}

/** A commune of today lies in a province of today, or has land of one that is gone. */
export function coversCurrent(provinces: readonly KnownProvince[] | null, commune: CurrentCommune, known: Gazetteer): boolean {
  return (
    provinces === null ||
    provinces.some((province) =>
      province.provinceCode === null
        ? province.former !== null && (known.formerProvincesOfPlace.get(commune.place.code)?.has(province.former) ?? false)
        : province.provinceCode === commune.place.provinceCode,
    )
  );
}

export type CommuneHit = Hit<FormerCommune | CurrentCommune>;

export function isFormer(hit: CommuneHit): hit is Hit<FormerCommune> {
  return 'communeCodes' in hit.of;
}

export function isCurrent(hit: CommuneHit): hit is Hit<CurrentCommune> {
  return 'place' in hit.of;
}

/** Codes of the communes of today that the hits stand for. */
export function codesOf(hits: readonly CommuneHit[]): Set<string> {
  return new Set(hits.flatMap((hit) => (isFormer(hit) ? [...hit.of.communeCodes] : isCurrent(hit) ? [hit.of.place.code] : [])));
}

/** Codes of the communes of today that have land of the districts. */
export function landOf(districts: readonly FormerDistrict[]): Set<string> {
  return new Set(districts.flatMap((district) => [...district.communeCodes]));
}
