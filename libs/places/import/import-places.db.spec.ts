import { Problem, sql } from '@choxa/platform';
import { testWorld, type World } from '@choxa/testing';
import { ImportPlaces, Places, placesLib, PlacesModule, type PlacesImportReport } from '../index.js';

let world: World;
beforeAll(async () => {
  world = await testWorld({ libs: [placesLib], imports: [PlacesModule], now: new Date('2027-01-15T02:00:00Z') });
});
afterAll(() => world.close());

const HEAD = 'level,code,name,province_code,valid_from,basis,replaced_by,district,province';
const NOTHING: PlacesImportReport = { added: 0, changed: 0, ended: 0, formerAdded: 0, unchanged: 0 };

function run(...lines: string[]): Promise<PlacesImportReport> {
  const width = HEAD.split(',').length;
  const full = lines.map((line) => line + ','.repeat(width - line.split(',').length));
  return world.app.get(ImportPlaces).run(Buffer.from([HEAD, ...full, ''].join('\n')), 'danh-muc.csv');
}

async function refusal(work: Promise<unknown>): Promise<{ code: string; errors: string[] }> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Problem)
      return { code: error.code, errors: (error.options.errors ?? []).map((entry) => `${entry.pointer} ${entry.code}`) };
    throw error;
  }
  throw new Error('nothing was refused');
}

async function contents(): Promise<unknown> {
  const tables = ['province', 'commune', 'former_unit'];
  return Promise.all(tables.map((table) => sql(world.db.read, `select count(*), sum(hashtext(t::text)) from places.${table} t`)));
}

it('turns a commune into a ward from its day on and keeps the row before', async () => {
  const places = world.app.get(Places);
  const line = 'commune,29308,Phường Cầu Kè,86,2027-01-10,1/NQ-UBTVQH16';
  expect(await run(line)).toEqual({ ...NOTHING, changed: 1 });
  expect(places.commune('29308')).toMatchObject({ name: 'Phường Cầu Kè', kind: 'phuong' });
  const rows = await sql(
    world.db.read,
    `select name, valid_from::text, valid_to::text from places.commune where code = '29308' order by valid_from`,
  );
  expect(rows).toEqual([
    { name: 'Xã Cầu Kè', valid_from: '2025-07-01', valid_to: '2027-01-10' },
    { name: 'Phường Cầu Kè', valid_from: '2027-01-10', valid_to: null },
  ]);
  expect(places.resolve({ commune: 'Xã Cầu Kè', province: 'Vĩnh Long' })).toMatchObject({
    outcome: 'one',
    candidates: [{ code: '29308' }],
  });
});

it('changes nothing when the same file comes again', async () => {
  const file = ['province,86,Thành phố Vĩnh Long,,2027-01-12,2/2027/QH16', 'commune,99001,Xã Mới,86,2027-01-12,3/NQ'];
  expect(await run(...file)).toEqual({ ...NOTHING, added: 1, changed: 1 });
  const before = await contents();
  expect(await run(...file)).toEqual({ ...NOTHING, unchanged: 2 });
  expect(await contents()).toEqual(before);
  expect(world.app.get(Places).province('86')?.name).toBe('Thành phố Vĩnh Long');
});

it('ends a commune and finds the one that has its land now', async () => {
  const places = world.app.get(Places);
  expect(await run('commune,29317,Xã An Phú Tân,86,2027-01-14,4/NQ,29335')).toEqual({ ...NOTHING, ended: 1 });
  expect(places.commune('29317')).toBeNull();
  expect(places.resolve({ commune: 'Xã An Phú Tân', province: 'Vĩnh Long' })).toMatchObject({
    outcome: 'one',
    candidates: [{ code: '29335' }],
  });
  // What lay in it before July 2025 follows.
  expect(places.resolve({ commune: 'xã An Phú Tân', district: 'Cầu Kè', province: 'Trà Vinh' })).toMatchObject({
    outcome: 'one',
    candidates: [{ code: '29335' }],
  });
  expect(await run('commune,29317,Xã An Phú Tân,86,2027-01-14,4/NQ,29335')).toEqual({ ...NOTHING, unchanged: 1 });
});

it('learns that a former commune was divided', async () => {
  const places = world.app.get(Places);
  const address = { commune: 'xã Phong Phú', district: 'huyện Cầu Kè', province: 'Trà Vinh' };
  expect(places.resolve(address).outcome).toBe('one');
  const line = 'former,,Xã Phong Phú,,2025-07-01,1687/NQ-UBTVQH15,29308 29335,Huyện Cầu Kè,Tỉnh Trà Vinh';
  const { formerAdded } = await run(line);
  expect(formerAdded).toBeGreaterThan(0);
  expect(places.resolve(address)).toMatchObject({ outcome: 'several', warnings: ['commune.divided'] });
});

it('takes a list without days and basis as of today', async () => {
  const file = 'level,code,name,province_code,latitude\nprovince,86,Thành phố Vĩnh Long,,10.1\ncommune,00004,Phường Ba Đình Mới,01,21.0\n';
  expect(await world.app.get(ImportPlaces).run(Buffer.from(`\uFEFF${file}`), 'gso.csv')).toEqual({ ...NOTHING, changed: 1, unchanged: 1 });
  const [row] = await sql(world.db.read, `select valid_from::text, basis from places.commune where code = '00004' and valid_to is null`);
  expect(row).toEqual({ valid_from: '2027-01-15', basis: 'gso.csv' });
});

it.each([
  ['an unknown level', 'ward,00004,Phường Ba Đình,01', '/lines/2 level'],
  ['a code that lost its zeros', 'commune,4,Phường Ba Đình,01', '/lines/2 code'],
  ['a name without a kind', 'commune,00004,Ba Đình,01', '/lines/2 name'],
  ['a province that does not exist', 'commune,00004,Phường Ba Đình,99', '/lines/2 province_code'],
  ['a day that does not exist', 'commune,00004,Phường X,01,2027-02-30', '/lines/2 valid_from'],
  ['an older state than is known', 'province,24,Tỉnh Bắc Ninh,,2026-01-01', '/lines/2 valid_from'],
  ['an heir that does not exist', 'commune,00008,Phường Ngọc Hà,01,2027-01-14,x,99999', '/lines/2 replaced_by'],
])('refuses %s and changes nothing', async (_, line, error) => {
  const before = await contents();
  expect(await refusal(run(line, 'commune,99002,Xã Không Vào,86,2027-01-12,3/NQ'))).toEqual({
    code: 'places.file-invalid',
    errors: [error],
  });
  expect(await contents()).toEqual(before);
});

it.each([
  ['another encoding', Buffer.from('level,code,name\nprovince,01,Thành phố Hà Nội\n', 'latin1').fill(0xe0, 30, 32)],
  ['a missing column', Buffer.from('code,name\n01,Thành phố Hà Nội\n')],
  ['an empty file', Buffer.from('')],
  ['half a row', Buffer.from('level,code,name\nprovince,01\n')],
  ['an open quote', Buffer.from('level,code,name\nprovince,01,"Thành phố\n')],
])('refuses %s', async (_, bytes) => {
  expect((await refusal(world.app.get(ImportPlaces).run(bytes, 'x.csv'))).code).toBe('places.file-unreadable');
});
