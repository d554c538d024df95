import { compareVietnamese } from '@choxa/standards';
import type { AddressPart } from '../names/address-parts.rules.js';
import { codesOf, coversCurrent, coversDistrict, coversFormer, isCurrent, isFormer, landOf, type CommuneHit } from './coverage.js';
import type { FormerDistrict, Gazetteer, KnownProvince } from './gazetteer.js';
import { nearest, preferSameKind, slips, type Hit } from './name-table.js';
import { PLACE_WARNINGS, type PlaceWarning, type Resolution } from './resolution.js';

/** More candidates than anybody would read; no former district has more. */
const MOST_CANDIDATES = 200;

/** What a search came to. */
interface Found {
  codes: Set<string>;
  /** Ask even where one is left: it is not what was written. */
  ask?: boolean;
  /** Those to show first. */
  first?: Set<string>;
}

type Provinces = KnownProvince[] | null;

/** The search for one address; gathers its warnings. */
export class CandidateSearch {
  private readonly warnings = new Set<string>();

  constructor(private readonly known: Gazetteer) {}

  warn(warning: PlaceWarning): void {
    this.warnings.add(PLACE_WARNINGS[warning]);
  }

  /** Null when the text is no province: the search then goes on in the whole country. */
  provinces(part: AddressPart): Provinces {
    const byCode = this.known.provinces.has(part.text);
    const found = byCode
      ? this.known.provinceNames.all.filter((province) => province.provinceCode === part.text)
      : this.known.provinceNames.find(part.readings).map((hit) => hit.of);
    if (found.length) return found;
    const near = slips(part.readings, this.known.provinceNames.all);
    this.warn(near.length === 1 ? 'slip' : 'unknownProvince');
    return near.length === 1 ? [near[0]!.of] : null;
  }

  districts(part: AddressPart, provinces: Provinces): FormerDistrict[] {
    const within = (district: FormerDistrict): boolean => coversDistrict(provinces, district);
    const found = preferSameKind(this.known.districtNames.find(part.readings, within));
    if (found.length) return found.map((hit) => hit.of);
    const near = provinces ? slips(part.readings, this.known.districtNames.all.filter(within)) : [];
    this.warn(near.length ? 'slip' : 'unknownDistrict');
    return near.map((hit) => hit.of);
  }

  /** A commune of an address with a district is read as a former one first: there have been no districts since 1/7/2025. */
  inDistricts(part: AddressPart, districts: FormerDistrict[], provinces: Provinces): Found {
    // "huyện Long Mỹ" may be what others call "thị xã Long Mỹ", and land of "huyện Lục Ngạn" went to "thị xã Chũ".
    const sameName = districts.flatMap((district) =>
      this.known.districtNames.like(district).filter((other) => other.province === district.province),
    );
    const wide = [...new Set([...districts, ...sameName, ...sameName.flatMap((district) => district.successors)])];
    for (const scope of [districts, wide]) {
      const codes = this.hitsIn(part, scope);
      if (codes) return { codes };
    }
    const land = landOf(wide);
    const near = [
      ...preferSameKind(
        slips(
          part.readings,
          wide.flatMap((district) => district.communes),
        ),
      ),
      ...preferSameKind(
        slips(
          part.readings,
          this.known.currentNames.all.filter((commune) => land.has(commune.place.code)),
        ),
      ),
    ];
    if (!near.length) return this.outsideDistricts(part, wide, provinces);
    this.warn('slip');
    return { codes: codesOf(near) };
  }

  private hitsIn(part: AddressPart, districts: FormerDistrict[]): Set<string> | null {
    const land = landOf(districts);
    const best: CommuneHit[] = nearest<CommuneHit['of']>([
      ...this.known.formerNames.find(part.readings, (commune) => commune.district !== null && districts.includes(commune.district)),
      ...this.known.currentNames.find(part.readings, (commune) => land.has(commune.place.code)),
    ]);
    if (!best.length) return null;
    const former = preferSameKind(best.filter(isFormer));
    const current = preferSameKind(best.filter(isCurrent));
    if (!former.length) return codesOf(current);
    if (former.some((hit) => hit.of.communeCodes.size > 1)) this.warn('divided');
    // The same name on a commune of today counts only where its kind fits and the former one's does not.
    const newer = former.some((hit) => hit.sameKind) ? [] : current.filter((hit) => hit.sameKind);
    return codesOf([...former, ...newer]);
  }

  /** No such commune in that district: one next to it may have it, since borders of districts moved too. */
  private outsideDistricts(part: AddressPart, districts: FormerDistrict[], provinces: Provinces): Found {
    const home = new Set(districts.map((district) => district.province));
    const hits = preferSameKind(
      this.known.formerNames.find(
        part.readings,
        (commune) => commune.district !== null && home.has(commune.province) && coversFormer(provinces, commune),
      ),
    );
    const land = landOf(districts);
    const beside = hits.filter((hit) => [...(hit.of.district?.communeCodes ?? [])].some((code) => land.has(code)));
    if (hits.length) this.warn('otherDistrict');
    if (hits.length === 1 && beside.length === 1) return { codes: codesOf(beside) };
    this.warn('unknownCommune');
    return { codes: new Set([...codesOf(hits), ...land]), ask: true, first: codesOf(hits) };
  }

  /** @param unknownDistrict a district that was given and is not known in these provinces */
  inProvinces(part: AddressPart, provinces: Provinces, unknownDistrict: AddressPart | null): Found {
    const hits = this.communeHits(part, provinces);
    const elsewhere = unknownDistrict && provinces ? this.inDistrictsElsewhere(part, unknownDistrict) : new Set<string>();
    if (elsewhere.size) {
      this.warn('otherDistrict');
      return { codes: new Set([...codesOf(hits), ...elsewhere]), ask: true };
    }
    if (hits.length) return { codes: codesOf(this.choose(hits, provinces, unknownDistrict === null)) };
    const near = provinces
      ? slips<CommuneHit['of']>(part.readings, [
          ...this.known.formerNames.all.filter((commune) => coversFormer(provinces, commune)),
          ...this.known.currentNames.all.filter((commune) => coversCurrent(provinces, commune, this.known)),
        ])
      : [];
    this.warn(near.length ? 'slip' : 'unknownCommune');
    return { codes: codesOf(preferSameKind(near)) };
  }

  /** The district and the commune fit each other and not the province. */
  private inDistrictsElsewhere(part: AddressPart, district: AddressPart): Set<string> {
    const districts = new Set(this.known.districtNames.find(district.readings).map((hit) => hit.of));
    return codesOf(this.known.formerNames.find(part.readings, (commune) => commune.district !== null && districts.has(commune.district)));
  }

  /** One name without a kind and nothing else but a province: a commune of that name and a former district of that name are both meant. */
  communeOrDistrict(part: AddressPart, provinces: Provinces): Found {
    const hits = this.communeHits(part, provinces);
    const best = Math.min(4, ...hits.map((hit) => hit.near));
    const districts = this.known.districtNames
      .find(part.readings, (district) => coversDistrict(provinces, district))
      .filter((hit) => hit.near <= best)
      .map((hit) => hit.of);
    const first = codesOf(hits);
    const land = landOf(districts);
    if ([...land].every((code) => first.has(code))) return this.inProvinces(part, provinces, null);
    this.warn(hits.length ? 'alsoDistrict' : 'noCommune');
    return { codes: new Set([...first, ...land]), first };
  }

  private communeHits(part: AddressPart, provinces: Provinces): CommuneHit[] {
    return nearest<CommuneHit['of']>([
      ...this.known.currentNames.find(part.readings, (commune) => coversCurrent(provinces, commune, this.known)),
      ...this.known.formerNames.find(part.readings, (commune) => coversFormer(provinces, commune)),
    ]);
  }

  /** Among communes of one name without a district. */
  private choose(hits: CommuneHit[], provinces: Provinces, noDistrict: boolean): CommuneHit[] {
    const former = hits.filter(isFormer);
    const lawful = hits.filter(isCurrent).filter((hit) => hit.sameKind !== false);
    // "Xã X, tỉnh Y" is the whole lawful address of today: it means the commune of today. A province that is gone says the address is old.
    if (noDistrict && lawful.length && provinces?.some((province) => province.provinceCode !== null)) {
      const now = codesOf(lawful);
      if ([...codesOf(former)].some((code) => !now.has(code))) this.warn('alsoFormer');
      return lawful;
    }
    // The province's own former communes stay in, whatever their kind: its new name covers those of its neighbours too.
    const own: Hit<CommuneHit['of']>[] = former.filter((hit) => provinces?.some((province) => province.former === hit.of.province));
    const chosen = [...new Set([...preferSameKind(hits), ...preferSameKind(own)])];
    if (chosen.some((hit) => isFormer(hit) && hit.of.communeCodes.size > 1)) this.warn('divided');
    return chosen;
  }

  none(warning: PlaceWarning): Resolution {
    return this.answer(new Set(), warning);
  }

  answer(
    codes: Set<string>,
    warning: PlaceWarning | null = null,
    { ask = false, first = new Set<string>() }: Partial<Found> = {},
  ): Resolution {
    if (warning) this.warn(warning);
    const rank = (code: string): number => (first.has(code) ? 0 : 1);
    const places = [...codes]
      .map((code) => this.known.places.get(code)!)
      .sort((a, b) => rank(a.code) - rank(b.code) || compareVietnamese(a.name, b.name) || (a.code < b.code ? -1 : 1));
    const outcome = places.length === 0 ? 'none' : places.length === 1 && !ask ? 'one' : 'several';
    return { outcome, candidates: places.slice(0, MOST_CANDIDATES), warnings: [...this.warnings] };
  }
}
