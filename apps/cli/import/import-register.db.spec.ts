import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApproveHousehold, EnsureHousehold, householdsLib, HouseholdsModule } from '@choxa/households';
import { IdentityModule, identityLib } from '@choxa/identity';
import { Places, placesLib, PlacesModule, type Place } from '@choxa/places';
import { sql } from '@choxa/platform';
import { anActor, testWorld, type World } from '@choxa/testing';
import { bringRegister } from './import-register.js';
import { readListFile } from './list-file.js';
import { REGISTER_COLUMNS, REGISTER_LIST, registerTemplateCsv } from './register-columns.js';

const SILENT = { at: () => {}, stop: () => {} };

describe('import register', () => {
  let world: World;
  let here: Place;
  let elsewhere: Place;
  let folder: string;
  const official = () => anActor({ role: 'official', scopeKind: 'nation', scopeId: 'VN' });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'choxa-register-'));
    world = await testWorld({ libs: [placesLib, identityLib, householdsLib], imports: [IdentityModule, PlacesModule, HouseholdsModule] });
    [here] = world.get(Places).communes('92') as [Place];
    [elsewhere] = world.get(Places).communes('01') as [Place];
    for (const [name, commune] of [
      ['Hộ Trần Văn Bền', here],
      ['HTX Chè Mẫu', here],
      ['Hộ Lê Thị Tư', here],
      ['Hộ Lê Thị Tư', elsewhere],
    ] as const)
      await household(name, commune);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await world.close();
  });

  async function household(name: string, commune: Place): Promise<void> {
    const { id } = await world.db.transaction((tx) => world.get(EnsureHousehold).run(tx, { name, commune }));
    await world.get(ApproveHousehold).run(official(), id);
  }
  const row = (name: string, { asOf = '2026-09-30', source = 'UBND xã', commune = here, slug = '', phone = '' } = {}) =>
    [asOf, source, name, '', commune.name, '', commune.provinceName, 'Ấp 1', 'Chè', slug, phone].join(',');
  async function bring(...rows: string[]) {
    const path = join(folder, 'so-bo.csv');
    writeFileSync(path, [REGISTER_COLUMNS.join(','), ...rows].join('\n'));
    return bringRegister(world.app, await readListFile(path, REGISTER_LIST), SILENT);
  }
  const list = async (as = official()) => (await world.http('GET', '/registers', { as })).body.data;

  it('finds households by name and commune, keeps versions of a day, and changes nothing when the same file comes again', async () => {
    const rows = [row('Hộ Trần Văn Bền'), row('Hợp tác xã Chè Mẫu'), row('Hộ Trần Văn Bến'), row('Hộ Ngô Thị Vắng')];
    const [first] = await bring(...rows);
    expect(first!.version).toBe(1);
    expect(first!.matches.map(({ slug }) => slug)).toEqual(['ho-tran-van-ben', 'htx-che-mau', null, null]);
    expect((await bring(...rows.toReversed()))[0]!.version).toBeNull();
    expect((await bring(...rows.slice(0, 3)))[0]!.version).toBe(2);
    expect(await list()).toEqual([
      expect.objectContaining({ communeCode: here.code, version: 2, households: 3, onPlatform: 2, unclear: 0 }),
    ]);
    const [count] = await sql(world.db.read, 'select count(*)::int as versions from households.register_version');
    expect(count).toEqual({ versions: 2 });
  });

  it('never guesses between two of a name; the file may say which', async () => {
    const asOf = '2026-10-31';
    await world.db.transaction(async (tx) => {
      await sql(tx, `update households.household set producer_name = 'Hộ Lê Thị Tư' where slug = 'htx-che-mau'`);
    });
    const [unclear] = await bring(row('Hộ Lê Thị Tư', { asOf }));
    expect(unclear!.matches).toEqual([{ slug: null, candidates: [expect.any(String), expect.any(String)] }]);
    const [told] = await bring(row('Hộ Lê Thị Tư', { asOf, slug: '/ho/ho-le-thi-tu' }));
    expect([told!.version, told!.matches[0]!.slug]).toEqual([2, 'ho-le-thi-tu']);
  });

  it('counts a household of several rows once, with the products of all, and refuses rows that contradict each other', async () => {
    const asOf = '2026-10-29';
    const again = row('HỘ NGÔ THỊ VẮNG', { asOf, phone: '0500 000 901' }).replace('Chè', 'Mật ong').normalize('NFD');
    const [register] = await bring(row('Hộ Ngô Thị Vắng', { asOf }), row('Hộ Trần Văn Bền', { asOf }), again, again);
    expect(register!.rows).toMatchObject([
      { name: 'Hộ Ngô Thị Vắng', products: 'Chè; Mật ong', phone: '+84500000901' },
      { name: 'Hộ Trần Văn Bền' },
    ]);
    expect(register!.repeated).toEqual([
      { row: 4, first: 2 },
      { row: 5, first: 2 },
    ]);
    const other = again.replace('901', '902');
    await expect(bring(row('Hộ Ngô Thị Vắng', { asOf }), again, other)).rejects.toThrow(/nothing was imported/);
  });

  it('gives a household to one row only: the one with its address here, or none of several of its name', async () => {
    const [asOf, later] = ['2026-10-28', '2026-10-27'];
    const of = (address: string, more: object) => row('Hộ Trần Văn Bền', more).replace('Ấp 1', address);
    const slugs = async (...rows: string[]) => (await bring(...rows))[0]!.matches.map(({ slug }) => slug);
    expect(await slugs(of('Ấp 2', { asOf }), of('Ấp 3', { asOf }))).toEqual([null, null]);
    expect(await slugs(of('Ấp 2', { asOf }), of('Ấp 3', { asOf, slug: 'ho-tran-van-ben' }))).toEqual([null, 'ho-tran-van-ben']);
    const late = (address: string) => row('Hộ Võ Thị Muộn', { asOf: later }).replace('Ấp 1', address);
    await bring(late('Ấp 2'), late('Ấp 3'));
    await household('Hộ Võ Thị Muộn', here);
    await world.drain();
    const known = await sql(world.db.read, `select household_id, candidates from households.register_entry where name = 'Hộ Võ Thị Muộn'`);
    expect(known).toEqual([
      { household_id: null, candidates: 1 },
      { household_id: null, candidates: 1 },
    ]);
  });

  it('recognises a household that came later, when it is approved', async () => {
    await bring(row('Hộ Phạm Thị Sau', { asOf: '2026-11-01' }));
    const [{ id }] = (await list()) as [{ id: string }];
    const entry = async () => (await world.http('GET', `/registers/${id}`, { as: official() })).body.data[0];
    expect(await entry()).toMatchObject({ slug: null, candidates: 0 });
    await household('Hộ Phạm Thị Sau', here);
    await world.drain();
    expect(await entry()).toMatchObject({ slug: 'ho-pham-thi-sau', state: 'approved', candidates: 1 });
  });

  it('refuses a file with one bad row whole', async () => {
    const before = await list();
    const bad = [
      row('Hộ Mới', { asOf: '30/9/2026' }),
      row('Hộ Mới', { asOf: '2099-01-01' }),
      row('Hộ Mới', { source: '' }),
      row(''),
      row('Hộ Mới', { commune: { ...here, name: 'Xã Không Có Thật' } }),
      row('Hộ Mới', { commune: { ...here, name: 'Xã Bà Điểm' } }),
    ];
    for (const one of bad) await expect(bring(row('Hộ Tốt', { asOf: '2026-11-02' }), one)).rejects.toThrow(/nothing was imported/);
    expect(await list()).toEqual(before);
    for (const quarter of ['0000-Q1', '9999-Q4', '2026-Q5'])
      expect((await world.http('GET', `/registers?quarter=${quarter}`, { as: official() })).status).toBe(400);
  });

  it('shows an official the registers of their places alone', async () => {
    await bring(row('Hộ Lê Thị Tư', { commune: elsewhere }));
    const ofHanoi = anActor({ role: 'official', scopeKind: 'province', scopeId: '01' });
    const mine = await list(ofHanoi);
    expect(mine.map((one: { communeCode: string }) => one.communeCode)).toEqual([elsewhere.code]);
    const foreign = (await list()).find((one: { communeCode: string }) => one.communeCode === here.code);
    expect((await world.http('GET', `/registers/${foreign.id}`, { as: ofHanoi })).status).toBe(404);
    expect((await world.http('GET', '/registers', { as: anActor({ role: 'courier', scopeKind: 'province', scopeId: '01' }) })).status).toBe(
      403,
    );
  });

  it('reads its own template', async () => {
    const path = join(folder, 'mau.csv');
    writeFileSync(path, registerTemplateCsv());
    expect((await readListFile(path, REGISTER_LIST)).rows).toHaveLength(2);
  });
});
