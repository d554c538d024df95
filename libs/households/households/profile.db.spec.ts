import { anActor, testWorld, type World } from '@choxa/testing';
import { HOUSEHOLDS_WORLD, HouseholdsGiven } from '../households.factory.js';

describe('what a household says about itself', () => {
  let world: World;
  let given: HouseholdsGiven;
  beforeAll(async () => {
    world = await testWorld({ ...HOUSEHOLDS_WORLD, now: new Date('2027-01-20T02:00:00Z') });
    given = new HouseholdsGiven(world, anActor);
  });
  afterAll(() => world.close());

  it('shows the number of a registered business, and the street only where it was agreed to', async () => {
    const firm = await given.household({ name: 'HTX Chè Mẫu' });
    const plain = await given.household();
    const edit = (as: typeof firm.owner, body: object) => world.http('PATCH', '/household/profile', { as, body });
    await edit(firm.owner, { registrationNumber: '0100000000', publishStreet: true });
    await edit(plain.owner, { registrationNumber: '8000000000' });
    const shown = async (slug: string) => {
      const { kind, registrationNumber, street } = (await world.http('GET', `/households/${slug}`)).body;
      return { kind, registrationNumber, street };
    };
    expect(await shown(firm.slug)).toEqual({ kind: 'cooperative', registrationNumber: '0100000000', street: 'Ấp 3' });
    expect(await shown(plain.slug)).toEqual({ kind: 'household', registrationNumber: null, street: null });
    await edit(firm.owner, { registrationNumber: '', publishStreet: false });
    expect(await shown(firm.slug)).toEqual({ kind: 'cooperative', registrationNumber: null, street: null });
  });

  it('renames it for everybody at once and keeps its address on the site', async () => {
    const { slug, owner } = await given.household();
    const renamed = await world.http('PATCH', '/household/profile', { as: owner, body: { name: 'Vườn Năm Tạo' } });
    expect(renamed.body).toMatchObject({ name: 'Vườn Năm Tạo', slug });
    const me = await world.http('GET', '/me', { as: owner });
    expect(me.body.households[0].name).toBe('Vườn Năm Tạo');
    expect((await world.http('PATCH', '/household/profile', { as: owner, body: { communeCode: '00001' } })).status).toBe(400);
    expect((await world.http('PATCH', '/household/profile', { as: owner, body: { phone: '1' } })).body.errors[0].pointer).toBe('/phone');
  });

  it('closes it over Tết: shown from the first local day to the last, then sells again by itself', async () => {
    const { slug, owner } = await given.household();
    const plan = (body: object) => world.http('PUT', '/household/closure', { as: owner, body });
    expect((await plan({ fromOn: '2027-02-01', untilOn: '2027-02-12', note: 'Nghỉ Tết' })).body.closure).toEqual({
      fromOn: '2027-02-01',
      untilOn: '2027-02-12',
      note: 'Nghỉ Tết',
    });
    const closedAt = async (instant: string) => {
      world.clock.set(new Date(instant));
      const { closedUntil, closedNote } = (await world.http('GET', `/households/${slug}`)).body;
      return [closedUntil, closedNote];
    };
    expect(await closedAt('2027-01-31T16:59:59Z')).toEqual([null, null]);
    expect(await closedAt('2027-01-31T17:00:00Z')).toEqual(['2027-02-12', 'Nghỉ Tết']);
    expect(await closedAt('2027-02-12T16:59:59Z')).toEqual(['2027-02-12', 'Nghỉ Tết']);
    expect(await closedAt('2027-02-12T17:00:00Z')).toEqual([null, null]);
    const wrong = [
      { fromOn: '2027-03-02', untilOn: '2027-03-01' },
      { fromOn: '2027-02-01', untilOn: '2027-02-12' },
      { fromOn: '2027-03-02', untilOn: '2029-03-01' },
    ];
    for (const days of wrong) expect((await plan(days)).body.code).toBe('closure.days');
    expect((await world.http('DELETE', '/household/closure', { as: owner })).body.closure).toBeNull();
  });
});
