import { compareVietnamese } from '@choxa/standards';
import type { AddressPart } from '../names/address-parts.rules.js';
import { SAME_WITHOUT_MARKS, SLIP } from '../names/name-match.rules.js';
import { claimsOf, kindOf, type AddressText } from './claims.rules.js';
import type { CurrentCommune, FormerCommune, FormerDistrict, Gazetteer, KnownProvince } from './gazetteer.js';
import { nearest, preferSameKind, slips, type Hit } from './name-table.js';
import type { Place } from './place.js';

/** Why an answer is not plain. Codes for programs; texts are the storefront's. */
export const PLACE_WARNINGS = {
  divided: 'commune.divided',
  merged: 'commune.former-name',
  alsoFormer: 'commune.also-a-former-name',
  alsoDistrict: 'commune.also-a-former-district',
  unknownCommune: 'commune.unknown',
  noCommune: 'commune.missing',
  slip: 'name.misspelled',
  unknownDistrict: 'district.unknown',
  otherDistrict: 'district.does-not-fit',
  unknownProvince: 'province.unknown',
} as const;

/** `one`: this commune and no other. `several`: ask. `none`: nothing of that name. */
export interface Resolution {
  outcome: 'one' | 'several' | 'none';
  candidates: Place[];
  warnings: string[];
}

/** More candidates than anybody would read; a larger former district than this does not exist. */
const MOST_CANDIDATES = 200;

/**
 * Finds the commune of today that an address means, in old or new names. Never guesses: where two communes are possible both are given.
 */
export function resolvePlace(address: AddressText, known: Gazetteer): Resolution {
  const code = address.commune?.trim() ?? '';
  const byCode = /^\d{5}$/u.test(code) ? known.places.get(code) : undefined;
  if (byCode) return { outcome: 'one', candidates: [byCode], warnings: [] };
  const claims = claimsOf(address, known);
  const search = new PlaceSearch(known);
  if (claims.unknownProvince) search.warn('unknownProvince');
  const provinces = claims.province ? search.provinces(claims.province) : null;
  const districts = claims.district ? search.districts(claims.district, provinces) : null;
  if (!claims.commune) {
    if (!districts?.length) return search.none(claims.district ? 'unknownDistrict' : 'noCommune');
    return search.answer(codesOfDistricts(districts), ['noCommune']);
  }
  if (districts?.length) return search.inDistricts(claims.commune, districts, provinces);
  if (claims.either) return search.communeOrDistrict(claims.commune, provinces);
  return search.inProvinces(claims.commune, provinces);
}

class PlaceSearch {
  private readonly warnings = new Set<string>();

  constructor(private readonly known: Gazetteer) {}

  warn(warning: keyof typeof PLACE_WARNINGS): void {
    this.warnings.add(PLACE_WARNINGS[warning]);
  }

  /** Null when the text is no province: the search then goes on in the whole country. */
  provinces(part: AddressPart): KnownProvince[] | null {
    const byCode = this.known.provinces.get(part.text);
    const found = byCode
      ? this.known.provinceNames.all.filter(
          (province) => province.provinceCode === byCode.code && province.bare === byCode.name.replace(/^(?:Tỉnh|Thành phố) /u, ''),
        )
      : nearest(this.known.provinceNames.find(part.readings)).map((hit) => hit.of);
    if (found.length) return found;
    const near = slips(part.readings, this.known.provinceNames.all);
    if (near.length === 1) {
      this.warn('slip');
      return [near[0]!.of];
    }
    this.warn('unknownProvince');
    return null;
  }

  districts(part: AddressPart, provinces: KnownProvince[] | null): FormerDistrict[] {
    const within = (district: FormerDistrict): boolean => !provinces || provinces.some((province) => coversDistrict(province, district));
    const found = preferSameKind(this.known.districtNames.find(part.readings, within));
    if (found.length) return found.map((hit) => hit.of);
    const near = provinces ? slips(part.readings, this.known.districtNames.all.filter(within)) : [];
    if (near.length) this.warn('slip');
    else this.warn('unknownDistrict');
    return near.map((hit) => hit.of);
  }

  /** A commune of an address with a district is read as a former one first: there have been no districts since 1/7/2025. */
  inDistricts(part: AddressPart, districts: FormerDistrict[], provinces: KnownProvince[] | null): Resolution {
    const named = this.sameNamed(part, districts);
    const wide = [...new Set([...named, ...named.flatMap((district) => district.successors)])];
    for (const scope of [districts, named, wide]) {
      const hits = this.hitsIn(part, scope);
      if (hits) return this.answer(hits, []);
    }
    const communes = wide.flatMap((district) => district.communes);
    const current = this.currentOf(codesOfDistricts(wide));
    const slipped = [...preferSameKind(slips(part.readings, communes)), ...preferSameKind(slips(part.readings, current))];
    if (slipped.length) {
      this.warn('slip');
      return this.answer(codesOf(slipped), []);
    }
    return this.outsideDistricts(part, wide, provinces);
  }

  private sameNamed(part: AddressPart, districts: FormerDistrict[]): FormerDistrict[] {
    void part;
    // "huyện Long Mỹ" may be what is now kept under "thị xã Long Mỹ": the other district of the same name and province is tried too.
    return [
      ...new Set(
        districts.flatMap((district) =>
          this.known.districtNames.all.filter((other) => other.keys.loose === district.keys.loose && other.province === district.province),
        ),
      ),
    ];
  }

  private hitsIn(part: AddressPart, districts: FormerDistrict[]): Set<string> | null {
    const land = codesOfDistricts(districts);
    const former = this.known.formerNames.find(
      part.readings,
      (commune) => commune.district !== null && districts.includes(commune.district),
    );
    const current = this.known.currentNames.find(part.readings, (commune) => land.has(commune.place.code));
    const best = nearest<FormerCommune | CurrentCommune>([...former, ...current]);
    if (!best.length) return null;
    const formerBest = preferSameKind(best.filter(isFormer));
    const currentBest = preferSameKind(best.filter(isCurrent));
    if (!formerBest.length) return codesOf(currentBest);
    // The same name stayed on a commune of today: only where its kind fits and the former one's does not, both are meant.
    const newer = currentBest.filter((hit) => hit.sameKind && !formerBest.some((old) => old.sameKind));
    if (formerBest.some((hit) => hit.of.communeCodes.size > 1)) this.warn('divided');
    return codesOf([...formerBest, ...newer]);
  }

  /** No such commune in that district: another district of the province may have it, since borders of districts moved too. */
  private outsideDistricts(part: AddressPart, districts: FormerDistrict[], provinces: KnownProvince[] | null): Resolution {
    const inProvince = (other: FormerDistrict): boolean =>
      districts.some((district) => district.province === other.province) &&
      (!provinces || provinces.some((province) => coversDistrict(province, other)));
    const hits = preferSameKind(
      this.known.formerNames.find(part.readings, (commune) => commune.district !== null && inProvince(commune.district)),
    );
    const land = codesOfDistricts(districts);
    const neighbours = hits.filter((hit) => hit.of.district && [...hit.of.district.communeCodes].some((code) => land.has(code)));
    if (hits.length === 1 && neighbours.length === 1) return this.answer(codesOf(neighbours), ['otherDistrict']);
    this.warn('unknownCommune');
    if (hits.length) this.warn('otherDistrict');
    return this.answer(new Set([...codesOf(hits), ...land]), [], true);
  }

  inProvinces(part: AddressPart, provinces: KnownProvince[] | null): Resolution {
    const hits = this.communeHits(part, provinces);
    if (hits.length) return this.choose(part, hits, provinces);
    if (!provinces) return this.none('unknownCommune');
    const near = [
      ...slips(
        part.readings,
        this.known.formerNames.all.filter((commune) => provinces.some((province) => coversFormer(province, commune))),
      ),
      ...slips(
        part.readings,
        this.known.currentNames.all.filter((commune) => provinces.some((province) => coversCurrent(province, commune, this.known))),
      ),
    ];
    if (!near.length) return this.none('unknownCommune');
    this.warn('slip');
    return this.answer(codesOf(preferSameKind<FormerCommune | CurrentCommune>(near)), []);
  }

  /** One name without a kind and nothing else but a province: a commune of that name and a former district of that name are both meant. */
  communeOrDistrict(part: AddressPart, provinces: KnownProvince[] | null): Resolution {
    const districts = this.known.districtNames.find(
      part.readings,
      (district) => !provinces || provinces.some((province) => coversDistrict(province, district)),
    );
    const hits = this.communeHits(part, provinces);
    const best = nearest<FormerDistrict | FormerCommune | CurrentCommune>([...districts, ...hits]);
    const bestDistricts = districts.filter((hit) => best.some((other) => other.of === hit.of)).map((hit) => hit.of);
    if (!bestDistricts.length) return this.inProvinces(part, provinces);
    if (hits.length) this.warn('alsoDistrict');
    else this.warn('noCommune');
    return this.answer(new Set([...codesOf(hits), ...codesOfDistricts(bestDistricts)]), [], false, codesOf(hits));
  }

  private communeHits(part: AddressPart, provinces: KnownProvince[] | null): Hit<FormerCommune | CurrentCommune>[] {
    const former = this.known.formerNames.find(
      part.readings,
      (commune) => !provinces || provinces.some((province) => coversFormer(province, commune)),
    );
    const current = this.known.currentNames.find(
      part.readings,
      (commune) => !provinces || provinces.some((province) => coversCurrent(province, commune, this.known)),
    );
    return nearest<FormerCommune | CurrentCommune>([...current, ...former]);
  }

  /** Among communes of one name without a district. */
  private choose(part: AddressPart, hits: Hit<FormerCommune | CurrentCommune>[], provinces: KnownProvince[] | null): Resolution {
    const current = hits.filter(isCurrent);
    const former = hits.filter(isFormer);
    const kindFits = (hit: Hit<unknown>): boolean => hit.sameKind !== false;
    const lawful = current.filter(kindFits);
    // "Xã X, tỉnh Y" is the whole lawful address of today: it means the commune of today. A province that is gone says the address is old.
    if (lawful.length && provinces?.some((province) => province.provinceCode !== null)) {
      if (former.some((hit) => [...hit.of.communeCodes].some((code) => !lawful.some((now) => now.of.place.code === code))))
        this.warn('alsoFormer');
      return this.answer(codesOf(lawful), []);
    }
    const fitting = preferSameKind(hits);
    if (fitting.some((hit) => isFormer(hit) && hit.of.communeCodes.size > 1)) this.warn('divided');
    void part;
    return this.answer(codesOf(fitting), []);
  }

  private currentOf(codes: Set<string>): CurrentCommune[] {
    return this.known.currentNames.all.filter((commune) => codes.has(commune.place.code));
  }

  none(warning: keyof typeof PLACE_WARNINGS): Resolution {
    this.warn(warning);
    return { outcome: 'none', candidates: [], warnings: [...this.warnings] };
  }

  /** @param ask give `several` even where only one is left: it is not what was written */
  answer(codes: Set<string>, warnings: (keyof typeof PLACE_WARNINGS)[], ask = false, first: Set<string> = new Set()): Resolution {
    for (const warning of warnings) this.warn(warning);
    const places = [...codes]
      .map((code) => this.known.places.get(code)!)
      .sort(
        (a, b) =>
          Number(first.has(b.code)) - Number(first.has(a.code)) || compareVietnamese(a.name, b.name) || a.code.localeCompare(b.code),
      );
    const outcome = places.length === 0 ? 'none' : places.length === 1 && !ask ? 'one' : 'several';
    return { outcome, candidates: places.slice(0, MOST_CANDIDATES), warnings: [...this.warnings] };
  }
}

function isFormer(hit: Hit<FormerCommune | CurrentCommune>): hit is Hit<FormerCommune> {
  return 'communeCodes' in hit.of;
}

function isCurrent(hit: Hit<FormerCommune | CurrentCommune>): hit is Hit<CurrentCommune> {
  return 'place' in hit.of;
}

function codesOf(hits: readonly Hit<FormerCommune | CurrentCommune>[]): Set<string> {
  return new Set(hits.flatMap((hit) => (isCurrent(hit) ? [hit.of.place.code] : [...(hit.of as FormerCommune).communeCodes])));
}

function codesOfDistricts(districts: readonly FormerDistrict[]): Set<string> {
  return new Set(districts.flatMap((district) => [...district.communeCodes]));
}

function coversFormer(province: KnownProvince, commune: FormerCommune): boolean {
  if (province.former === commune.province) return true;
  return province.provinceCode !== null && commune.province.provinceCodes.has(province.provinceCode);
}

function coversDistrict(province: KnownProvince, district: FormerDistrict): boolean {
  if (province.former === district.province) return true;
  return province.provinceCode !== null && district.province.provinceCodes.has(province.provinceCode);
}

/** A commune of today lies in a province of today, or has land of one that is gone. */
function coversCurrent(province: KnownProvince, commune: CurrentCommune, known: Gazetteer): boolean {
  if (province.provinceCode !== null) return province.provinceCode === commune.place.provinceCode;
  return province.former !== null && (known.formerProvincesOfPlace.get(commune.place.code)?.has(province.former) ?? false);
}

export { kindOf, SAME_WITHOUT_MARKS, SLIP };
