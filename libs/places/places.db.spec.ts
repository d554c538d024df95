import { drift, platformLib } from '@choxa/platform';
import { testWorld, type World } from '@choxa/testing';
import { Places, placesLib, PlacesModule } from './index.js';

let world: World;
beforeAll(async () => {
  world = await testWorld({ libs: [placesLib], imports: [PlacesModule] });
});
afterAll(() => world.close());

it('has tables equal to its entities', async () => {
  expect(await drift(world.config.databaseUrl, [platformLib, placesLib])).toEqual([]);
});

it('lists 9 cities and 25 provinces, by code', async () => {
  const { status, body } = await world.http('GET', '/places/provinces');
  expect(status).toBe(200);
  expect(body.data).toHaveLength(34);
  expect(body.data.filter((province: { kind: string }) => province.kind === 'thanh_pho')).toHaveLength(9);
  expect(body.data[0]).toEqual({ code: '01', name: 'Thành phố Hà Nội', kind: 'thanh_pho' });
});

it('lists 3,321 communes over all provinces', () => {
  const places = world.app.get(Places);
  const communes = places.provinces().flatMap((province) => places.communes(province.code));
  expect(communes).toHaveLength(3321);
  expect(new Set(communes.map((commune) => commune.code)).size).toBe(3321);
});

it('names a province as it was called on the day', async () => {
  const places = world.app.get(Places);
  const now = world.clock.now();
  expect(places.province('24')).toEqual({ code: '24', name: 'Thành phố Bắc Ninh', kind: 'thanh_pho' });
  expect(places.commune('07294')?.name).toBe('Phường Bố Hạ');
  world.clock.set(new Date('2026-09-19T16:59:00Z'));
  expect(places.province('24')).toEqual({ code: '24', name: 'Tỉnh Bắc Ninh', kind: 'tinh' });
  expect(places.commune('07294')?.name).toBe('Xã Bố Hạ');
  world.clock.set(new Date('2026-09-19T17:00:00Z'));
  expect(places.province('24')?.name).toBe('Thành phố Bắc Ninh');
  world.clock.set(now);
});

it('answers 404 for a commune and a province that are none', async () => {
  expect((await world.http('GET', '/places/communes/99999')).status).toBe(404);
  expect((await world.http('GET', '/places/provinces/00/communes')).status).toBe(404);
});

it('gives one commune by its code', async () => {
  const { body } = await world.http('GET', '/places/communes/00004');
  expect(body).toEqual({ code: '00004', name: 'Phường Ba Đình', kind: 'phuong', provinceCode: '01', provinceName: 'Thành phố Hà Nội' });
});

it('resolves an address in old names', async () => {
  const query = new URLSearchParams({ commune: 'xã Thạnh Phú', district: 'huyện Cầu Kè', province: 'Trà Vinh' });
  const { body } = await world.http('GET', `/places/resolve?${query}`);
  expect(body.outcome).toBe('one');
  expect(body.candidates).toEqual([expect.objectContaining({ provinceName: 'Tỉnh Vĩnh Long' })]);
});

it('finds communes by the beginning of a former name', async () => {
  const { body } = await world.http('GET', `/places/search?q=${encodeURIComponent('cầu k')}&limit=5`);
  expect(body.data[0]).toMatchObject({ place: { name: 'Xã Cầu Kè' }, via: 'current', matched: 'Xã Cầu Kè' });
});
