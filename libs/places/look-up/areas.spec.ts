import { areaKeysOf, areaNames } from './areas.js';
import { aGazetteer } from './gazetteer.factory.js';
import type { Gazetteer } from './gazetteer.js';

let known: Gazetteer;
beforeAll(async () => {
  known = await aGazetteer();
});

function keysOf(commune: string, province: string): string[] {
  const place = [...known.places.values()].find(({ name, provinceName }) => name === commune && provinceName === province)!;
  return areaKeysOf(known, place.code);
}

it('knows a commune by its province, its former province and its former district', () => {
  expect(keysOf('Xã Cầu Kè', 'Tỉnh Vĩnh Long').toSorted()).toEqual(['dcauke', 'ptravinh', 'pvinhlong']);
});

it('gives every area one key under all its names', () => {
  const keyOf = new Map(areaNames(known).map(({ name, key }) => [name, key]));
  expect(keyOf.get('Trà Vinh')).toBe('ptravinh');
  expect(keyOf.get('Phú Quốc')).toBe('dphuquoc');
  expect(keyOf.get('saigon')).toBe(keyOf.get('Hồ Chí Minh'));
});

it('puts no commune into a former province of another part of the country', () => {
  const inNgheAn = [...known.places.values()].filter(({ code }) => areaKeysOf(known, code).includes('pnghean'));
  expect(new Set(inNgheAn.map(({ provinceName }) => provinceName))).toEqual(new Set(['Tỉnh Nghệ An']));
});

it('answers nothing for a code that is none', () => {
  expect(areaKeysOf(known, '99999')).toEqual([]);
});
