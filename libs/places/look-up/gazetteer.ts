import { fold } from '@choxa/standards';
import { nameKeys, storedNameKeys, type NameKeys } from '../names/name-match.rules.js';
import { splitOfficialName, type Kind } from '../names/kinds.js';
import { DISTRICT_ALIASES, PROVINCE_ALIASES } from '../names/province-aliases.js';
import { NameTable, type Named } from './name-table.js';
import type { Place, PlaceRows } from './place.js';
import { listOf, PlacesOfDay } from './places-of-day.js';

/** A commune of today under one of the names its code has had since 1/7/2025. */
export interface CurrentCommune extends Named {
  kind: Kind;
  place: Place;
}

/** A province of today (`provinceCode`), or one of before 1/7/2025 (`former`), or both under one name. */
export interface KnownProvince extends Named {
  provinceCode: string | null;
  former: FormerProvince | null;
}

export interface FormerProvince {
  /** Full name: `Tỉnh Trà Vinh`. */
  name: string;
  /** Codes of the communes that have its land now. */
  communeCodes: Set<string>;
  /** Codes of the provinces that have its land now. */
  provinceCodes: Set<string>;
}

export interface FormerDistrict extends Named {
  /** Full name: `Huyện Cầu Kè`. */
  name: string;
  province: FormerProvince;
  communeCodes: Set<string>;
  communes: FormerCommune[];
  /** Districts that took land of this one before 1/7/2025. */
  successors: FormerDistrict[];
}

export interface FormerCommune extends Named {
  /** Full name: `Xã Thạnh Phú`. */
  name: string;
  /** Null for a commune that ended when there were no districts any more. */
  district: FormerDistrict | null;
  province: FormerProvince;
  /** More than one: it was divided. */
  communeCodes: Set<string>;
}

/** Everything there is to look up on one day, in memory: what its codes mean, and all names of today and of before. */
export class Gazetteer extends PlacesOfDay {
  readonly provinceNames = new NameTable<KnownProvince>();
  readonly currentNames = new NameTable<CurrentCommune>();
  readonly districtNames = new NameTable<FormerDistrict>();
  readonly formerNames = new NameTable<FormerCommune>();
  readonly formerProvinces = new Map<string, FormerProvince>();
  /** Former districts whose land a commune of today has, by its code. */
  readonly districtsOfPlace = new Map<string, Set<FormerDistrict>>();
  /** Former provinces whose land a commune of today has, by its code. */
  readonly formerProvincesOfPlace = new Map<string, Set<FormerProvince>>();

  /** @param day the day asked about, `YYYY-MM-DD` in Vietnam */
  constructor(rows: PlaceRows, day: string) {
    super(rows, day);
    for (const row of rows.communes) {
      const place = this.places.get(row.code);
      if (place && row.validFrom <= day) this.currentNames.add({ ...named(row.name), kind: row.kind, place });
    }
    this.addFormerUnits(rows);
    this.addFormerDistricts(rows);
    this.addProvinceNames(rows, day);
  }

  private addFormerUnits(rows: PlaceRows): void {
    const districts = new Map<string, FormerDistrict>();
    const communes = new Map<string, FormerCommune>();
    const onward = new Map<string, string[]>();
    for (const row of rows.formerUnits) if (row.formerCode && !row.districtName) listOf(onward, row.formerCode).push(row.communeCode);
    for (const row of rows.formerUnits) {
      const codes = this.living(row.communeCode, onward);
      if (!codes.length) continue;
      const province = this.formerProvince(row.provinceName);
      const district = row.districtName ? this.formerDistrict(districts, row.districtName, province) : null;
      const commune = row.communeName ? this.formerCommune(communes, row.communeName, district, province) : null;
      for (const code of codes) this.addLand(code, province, district, commune);
    }
  }

  /** The commune of today behind a code, through the communes that followed ended ones. */
  private living(code: string, onward: Map<string, string[]>, seen = new Set<string>()): string[] {
    if (this.places.has(code)) return [code];
    if (seen.has(code)) return [];
    seen.add(code);
    return (onward.get(code) ?? []).flatMap((next) => this.living(next, onward, seen));
  }

  private addLand(code: string, province: FormerProvince, district: FormerDistrict | null, commune: FormerCommune | null): void {
    commune?.communeCodes.add(code);
    district?.communeCodes.add(code);
    province.communeCodes.add(code);
    province.provinceCodes.add(this.places.get(code)!.provinceCode);
    if (district) setOf(this.districtsOfPlace, code).add(district);
    setOf(this.formerProvincesOfPlace, code).add(province);
  }

  private formerProvince(name: string): FormerProvince {
    let province = this.formerProvinces.get(name);
    if (!province) this.formerProvinces.set(name, (province = { name, communeCodes: new Set(), provinceCodes: new Set() }));
    return province;
  }

  private formerDistrict(known: Map<string, FormerDistrict>, name: string, province: FormerProvince): FormerDistrict {
    // Both spellings of a tone (Thủy, Thuỷ) are one district.
    const own = named(name);
    const key = `${province.name}/${own.kind}/${own.keys.spelling}`;
    let district = known.get(key);
    if (!district) {
      district = { ...own, name, province, communeCodes: new Set(), communes: [], successors: [] };
      known.set(key, district);
      this.districtNames.add(district);
    }
    return district;
  }

  private formerCommune(
    known: Map<string, FormerCommune>,
    name: string,
    district: FormerDistrict | null,
    province: FormerProvince,
  ): FormerCommune {
    const own = named(name);
    const key = `${province.name}/${district?.name}/${own.kind}/${own.keys.spelling}`;
    let commune = known.get(key);
    if (!commune) {
      commune = { ...own, name, district, province, communeCodes: new Set() };
      known.set(key, commune);
      this.formerNames.add(commune);
      district?.communes.push(commune);
    }
    return commune;
  }

  private addFormerDistricts(rows: PlaceRows): void {
    for (const row of rows.formerDistricts) {
      const within = (district: FormerDistrict): boolean => fold(district.province.name) === fold(row.provinceName);
      const exactly = (name: string): FormerDistrict | undefined =>
        this.districtNames.find([{ kind: null, name: splitOfficialName(name).bare }], within).find((hit) => hit.of.name === name)?.of;
      const successor = exactly(row.successorName);
      if (!successor) continue;
      let earlier = exactly(row.districtName);
      if (!earlier) {
        earlier = {
          ...named(row.districtName),
          name: row.districtName,
          province: successor.province,
          communeCodes: new Set(),
          communes: [],
          successors: [],
        };
        this.districtNames.add(earlier);
      }
      earlier.successors.push(successor);
      for (const code of successor.communeCodes) earlier.communeCodes.add(code);
    }
    for (const [alias, name] of Object.entries(DISTRICT_ALIASES))
      for (const hit of this.districtNames.find([{ kind: null, name }])) this.districtNames.add(hit.of, nameKeys(alias).loose);
  }

  private addProvinceNames(rows: PlaceRows, day: string): void {
    const known = new Map<string, KnownProvince>();
    const add = (name: string, code: string | null, former: FormerProvince | null): void => {
      const { keys, bare, kind } = named(name);
      let province = known.get(keys.loose);
      if (!province) {
        known.set(keys.loose, (province = { keys, bare, kind, provinceCode: null, former: null }));
        this.provinceNames.add(province);
      }
      province.provinceCode ??= code;
      province.former ??= former;
    };
    for (const row of rows.provinces) if (row.validFrom <= day && this.provinces.has(row.code)) add(row.name, row.code, null);
    for (const former of this.formerProvinces.values()) add(former.name, null, former);
    for (const [alias, name] of Object.entries(PROVINCE_ALIASES)) {
      const province = known.get(nameKeys(name).loose);
      if (province) this.provinceNames.add(province, nameKeys(alias).loose);
    }
  }
}

function named(name: string): { bare: string; kind: Kind | null; keys: NameKeys } {
  const { kind, bare } = splitOfficialName(name);
  const own = bare.replace(/^Nông trường /u, '');
  return { kind, bare: own, keys: storedNameKeys(own) };
}

function setOf<K, V>(map: Map<K, Set<V>>, key: K): Set<V> {
  let set = map.get(key);
  if (!set) map.set(key, (set = new Set()));
  return set;
}
