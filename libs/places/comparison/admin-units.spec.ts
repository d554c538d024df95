import { normalizeText, spellingKey } from '@choxa/standards';
import { NEW_CITIES, NEW_WARDS, WRONG_CODES } from '../list/corrections.js';
import { initialList, type InitialList } from '../list/initial-list.js';
import { readPublishedList } from '../list/published-list.js';
import { describeWithSharedData } from './shared-data.js';

const FIRST_DAY = '2025-07-01';
const TODAY = '2026-11-16';

describeWithSharedData('our list beside admin-units.csv', 'admin-units.csv', (rows) => {
  let list: InitialList;
  beforeAll(async () => {
    list = initialList(await readPublishedList());
  });

  function on(day: string): Map<string, string> {
    const units = [...list.provinces.map((row) => ({ ...row, provinceCode: '' })), ...list.communes];
    return new Map(
      units
        .filter((row) => row.validFrom <= day && (row.validTo === null || day < row.validTo))
        .map((row) => [row.code, `${spellingKey(row.name)} ${row.provinceCode}`]),
    );
  }

  const theirs = (): Map<string, string> => new Map(rows().map((row) => [row.code!, `${spellingKey(row.name!)} ${row.province_code}`]));

  it('is equal on 1/7/2025, code by code, name by name', () => {
    expect(on(FIRST_DAY)).toEqual(theirs());
  });

  it('differs today by the three cities and 22 wards of 2026 and by nothing else', () => {
    const ours = on(TODAY);
    const differing = [...theirs()].filter(([code, unit]) => ours.get(code) !== unit).map(([code]) => code);
    expect(differing.toSorted()).toEqual(
      [...NEW_CITIES.map((city) => city.code), ...NEW_WARDS.flatMap((change) => change.codes)].toSorted(),
    );
    expect(ours.size).toBe(theirs().size);
  });

  it('would miss xã Ia Mơ without our correction of its code', () => {
    expect(Object.entries(WRONG_CODES)).toEqual([['23737', '23938']]);
    expect(theirs().has('23737')).toBe(false);
    expect(theirs().get('23938')).toContain(spellingKey(normalizeText('Ia Mơ')));
  });
});
