import { aGazetteer } from '../look-up/gazetteer.factory.js';
import { PlaceSearchIndex } from './place-search.js';

let index: PlaceSearchIndex;
beforeAll(async () => {
  index = new PlaceSearchIndex(await aGazetteer());
});

function names(query: string, options?: { province?: string; limit?: number }): string[] {
  return index.search(query, options).map((hit) => hit.place.name);
}

it('finds a commune of today by the beginning of its name, with or without marks and kind', () => {
  for (const query of ['cầu k', 'cau ke', 'xã Cầu Kè', 'Xa Cau Ke', 'CẦU KÈ', 'cầu kè'.normalize('NFD')])
    expect(names(query)[0]).toBe('Xã Cầu Kè');
});

it('shows through which former unit a commune was found', () => {
  expect(index.search('thạnh phú cầu kè')[0]).toEqual({
    place: expect.objectContaining({ name: 'Xã Tam Ngãi' }),
    matched: 'Xã Thạnh Phú',
    via: 'former',
    former: 'Xã Thạnh Phú, Huyện Cầu Kè, Tỉnh Trà Vinh',
  });
});

it('gives all communes of a former district', () => {
  const hits = index.search('thủ đức', { limit: 12 });
  expect(hits[0]).toMatchObject({ place: { name: 'Phường Thủ Đức' }, via: 'current' });
  expect(new Set(hits.slice(1).map((hit) => hit.former))).toEqual(new Set(['Thành phố Thủ Đức, Thành phố Hồ Chí Minh']));
});

it('puts exact marks first', () => {
  const hits = index.search('dừa', { limit: 20 });
  const exact = hits.findIndex((hit) => !/dừa/iu.test(hit.matched));
  expect(hits.slice(0, exact === -1 ? undefined : exact).length).toBeGreaterThan(1);
  expect(hits.slice(exact === -1 ? hits.length : exact).some((hit) => /dừa/iu.test(hit.matched))).toBe(false);
});

it('puts names of today before former names of the same rank', () => {
  expect(index.search('tân an', { limit: 3 }).every((hit) => hit.via === 'current')).toBe(true);
});

it('stays in a province', () => {
  const hits = index.search('tân', { province: '79', limit: 50 });
  expect(hits.length).toBeGreaterThan(10);
  expect(hits.every((hit) => hit.place.provinceCode === '79')).toBe(true);
});

it('takes a place and where it lies together', () => {
  expect(names('phú mỹ tp hcm')[0]).toBe('Phường Phú Mỹ');
  expect(names('ba đình hà nội')[0]).toBe('Phường Ba Đình');
});

it('gives each place once and no more than asked', () => {
  const hits = index.search('an', { limit: 30 });
  expect(hits).toHaveLength(30);
  expect(new Set(hits.map((hit) => hit.place.code)).size).toBe(30);
});

it('gives nothing for nothing', () => {
  for (const query of ['', '  ', '?!', 'zzzz', 'xyz abc']) expect(names(query)).toEqual([]);
});

it('finds communes of today by their own names in their provinces', async () => {
  const known = await aGazetteer();
  for (const place of [...known.places.values()].filter((_, at) => at % 8 === 0)) {
    const hits = index.search(place.name, { province: place.provinceCode, limit: 5 });
    expect([place.code, place.name, hits.some((hit) => hit.place.code === place.code)]).toEqual([place.code, place.name, true]);
  }
});
