import { splitOfficialName } from '../names/kinds.js';
import { EARLIER_DISTRICTS, NEW_CITIES, NEW_WARDS, OTHER_NAMES, WRONG_CODES } from './corrections.js';
import { DIVISIONS, partsOf } from './divided-communes.js';
import { initialList, type InitialList } from './initial-list.js';
import { readPublishedList, type PublishedList } from './published-list.js';

let published: PublishedList;
let list: InitialList;
beforeAll(async () => {
  published = await readPublishedList();
  list = initialList(published);
});

it('has 34 provinces and 3,321 communes on every day since July 2025', () => {
  for (const day of ['2025-07-01', '2026-04-29', '2026-04-30', '2026-09-01', '2026-09-20', '2030-01-01']) {
    const on = <Row extends { validFrom: string; validTo: string | null }>(rows: Row[]): Row[] =>
      rows.filter((row) => row.validFrom <= day && (row.validTo === null || day < row.validTo));
    expect(new Set(on(list.provinces).map((row) => row.code)).size).toBe(34);
    expect(on(list.provinces)).toHaveLength(34);
    expect(new Set(on(list.communes).map((row) => row.code)).size).toBe(3321);
    expect(on(list.communes)).toHaveLength(3321);
  }
});

it.each([
  ['2025-07-01', 6, 687],
  ['2026-04-30', 7, 697],
  ['2026-09-01', 8, 697],
  ['2026-09-20', 9, 709],
])('counts cities and wards on %s', (day, cities, wards) => {
  const on = (row: { validFrom: string; validTo: string | null }): boolean =>
    row.validFrom <= day && (row.validTo === null || day < row.validTo);
  expect(list.provinces.filter((row) => on(row) && row.kind === 'thanh_pho')).toHaveLength(cities);
  expect(list.communes.filter((row) => on(row) && row.kind === 'phuong')).toHaveLength(wards);
  expect(list.communes.filter((row) => on(row) && row.kind === 'dac_khu')).toHaveLength(13);
});

it('changes only units that are in the published list', () => {
  const codes = new Set(published.wards.map((ward) => WRONG_CODES[ward.ward_code] ?? ward.ward_code));
  for (const code of NEW_WARDS.flatMap((change) => change.codes)) expect(codes).toContain(code);
  for (const code of Object.values(WRONG_CODES)) expect(published.wards.some((ward) => ward.ward_code === code)).toBe(false);
  for (const city of NEW_CITIES) expect(published.provinces.some((province) => province.province_code === city.code)).toBe(true);
});

it('points every former unit to a commune of the list', () => {
  const codes = new Set(list.communes.map((row) => row.code));
  expect(list.formerUnits.filter((row) => !codes.has(row.communeCode))).toEqual([]);
});

it('drops the 431 pairs whose code is nobody’s and keeps by name those whose district agrees', () => {
  const codes = new Set(published.wards.map((ward) => ward.ward_code));
  const nowhere = published.wardMappings.filter((pair) => !codes.has(pair.new_ward_code));
  expect(nowhere).toHaveLength(431);
  expect(list.formerUnits.some((row) => nowhere.some((pair) => pair.new_ward_code === row.communeCode))).toBe(false);
  const byName = list.formerUnits.filter((row) => row.basis.endsWith('code by name'));
  expect(byName.length).toBeGreaterThan(300);
  for (const row of byName)
    expect(list.formerUnits.some((other) => !other.basis.endsWith('code by name') && other.communeCode === row.communeCode)).toBe(true);
});

it('has every pair once', () => {
  const keys = list.formerUnits.map((row) => [row.provinceName, row.districtName, row.communeName, row.communeCode].join('/'));
  expect(new Set(keys).size).toBe(keys.length);
});

it('knows the heirs of earlier districts and the communes that have other names', () => {
  const districts = new Set(
    list.formerUnits.map((row) => `${row.provinceName}/${splitOfficialName(row.districtName).bare.replaceAll('oà', 'òa')}`),
  );
  for (const { province, successors } of EARLIER_DISTRICTS)
    for (const successor of successors) expect(districts).toContain(`${province}/${splitOfficialName(successor).bare}`);
  for (const { also, province } of OTHER_NAMES)
    expect(list.formerUnits.some((row) => row.communeName === also && row.provinceName === province)).toBe(true);
});

it('gives every commune that a clause divides at least two heirs', () => {
  for (const { basis, heirs } of DIVISIONS) {
    const names = new Map<string, number>();
    for (const part of Object.values(heirs).flatMap(partsOf)) {
      const key = `${part.spelling}/${part.district}`;
      names.set(key, (names.get(key) ?? 0) + 1);
    }
    expect({ basis, alone: [...names].filter(([, count]) => count < 2).map(([name]) => name) }).toEqual({ basis, alone: [] });
  }
});
