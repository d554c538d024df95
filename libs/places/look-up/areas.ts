import { fold } from '@choxa/standards';
import { splitOfficialName } from '../names/kinds.js';
import { PROVINCE_ALIASES } from '../names/province-aliases.js';
import type { FormerProvince, Gazetteer } from './gazetteer.js';

/** A name people give to the land something comes from: of a province of today, of a former province, or of a former district. */
export interface Area {
  /** The same for all names of one area, e.g. `ptravinh`; {@link areaKeysOf} answers such keys. */
  key: string;
  /** Without its kind: `Trà Vinh`. */
  name: string;
}

/** All names of areas that have land today. Where a province and a district share a name, the province has it. */
export function areaNames(known: Gazetteer): Area[] {
  const provinces = [...known.provinces.values(), ...known.formerProvinces.values()].map(({ name }) => bareName(name));
  const areas = new Map(provinces.map((name): [string, Area] => [glued(name), { key: provinceKey(name), name }]));
  for (const [alias, name] of Object.entries(PROVINCE_ALIASES))
    if (areas.has(glued(name)) && !areas.has(alias)) areas.set(alias, { key: provinceKey(name), name: alias });
  for (const { bare } of known.districtNames.all)
    // Names of one syllable ("Vinh") are words of too many other things.
    if (/\s/.test(bare) && !areas.has(glued(bare))) areas.set(glued(bare), { key: districtKey(bare), name: bare });
  return [...areas.values()];
}

/** Keys of the areas a commune of today lies in, or whose land it has. */
export function areaKeysOf(known: Gazetteer, communeCode: string): string[] {
  const place = known.places.get(communeCode);
  if (!place) return [];
  // The list has some former communes under a namesake in another part of the country: such land is not counted.
  const own = (province: FormerProvince): boolean => mostLiesIn(province, known) === place.provinceCode;
  const former = [...(known.formerProvincesOfPlace.get(communeCode) ?? [])].filter(own);
  const districts = [...(known.districtsOfPlace.get(communeCode) ?? [])].filter(({ province }) => own(province));
  const provinces = [place.provinceName, ...former.map(({ name }) => name)];
  return [...new Set([...provinces.map((name) => provinceKey(bareName(name))), ...districts.map(({ bare }) => districtKey(bare))])];
}

/** The province of today that has most communes of a former one: in 2025 provinces were joined whole. */
function mostLiesIn(province: FormerProvince, known: Gazetteer): string {
  if (province.provinceCodes.size === 1) return [...province.provinceCodes][0]!;
  const communes = Map.groupBy(province.communeCodes, (code) => known.places.get(code)!.provinceCode);
  return [...communes].toSorted(([, a], [, b]) => b.length - a.length)[0]![0];
}

const provinceKey = (name: string): string => `p${glued(name)}`;
const districtKey = (name: string): string => `d${glued(name)}`;

function bareName(official: string): string {
  return splitOfficialName(official).bare;
}

function glued(name: string): string {
  return fold(name).replace(/[^a-z0-9]/g, '');
}
