import type { Place, PlaceRows, Province } from './place.js';

/** What the codes of one day mean, in memory. */
export class PlacesOfDay {
  readonly provinces = new Map<string, Province>();
  readonly places = new Map<string, Place>();
  readonly placesOfProvince = new Map<string, Place[]>();

  /** @param day the day asked about, `YYYY-MM-DD` in Vietnam */
  constructor(rows: PlaceRows, day: string) {
    for (const row of rows.provinces) if (holds(row, day)) this.provinces.set(row.code, { code: row.code, name: row.name, kind: row.kind });
    for (const row of rows.communes) {
      const province = this.provinces.get(row.provinceCode);
      if (!holds(row, day) || !province) continue;
      const place: Place = { code: row.code, name: row.name, kind: row.kind, provinceCode: province.code, provinceName: province.name };
      this.places.set(row.code, place);
      listOf(this.placesOfProvince, province.code).push(place);
    }
  }
}

/** The list under a key, a new empty one where there is none yet. */
export function listOf<K, V>(map: Map<K, V[]>, key: K): V[] {
  let list = map.get(key);
  if (!list) map.set(key, (list = []));
  return list;
}

function holds(row: { validFrom: string; validTo: string | null }, day: string): boolean {
  return row.validFrom <= day && (row.validTo === null || day < row.validTo);
}
