import { placesLib } from '@choxa/places';
import { PostageQuotes } from '@choxa/postal-contract';
import { anActor, testWorld, type World } from '@choxa/testing';
import { CAN_THO, GivenPost, HANOI } from '../given-post.factory.js';
import { PostalModule, postalLib } from '../index.js';

let world: World;
let given: GivenPost;
beforeAll(async () => {
  world = await testWorld({ libs: [placesLib, postalLib], imports: [PostalModule] });
  given = await GivenPost.in(world, anActor);
});
afterAll(() => world.close());

const manager = () => given.managerOf(given.origin);
const enter = (what: string, body: object, as = manager()) => world.http('POST', `/post/${what}`, { as, body });
const quote = (change: object = {}) =>
  world
    .get(PostageQuotes)
    .quote({ fromCommuneCode: given.origin.communeCode, toProvinceCode: CAN_THO, weightGrams: 480, codVnd: 0, ...change });
const price = {
  zone: 'nation',
  upToGrams: 500,
  priceVnd: 30_000,
  codFeeVnd: 9_000,
  codRateBp: 100,
  cm3PerKg: 6_000,
  validFrom: '2026-12-01',
  basis: 'QĐ 12/2026',
};

describe('a quote', () => {
  it('charges insurance by the declared value but at least the minimum, and fetching', async () => {
    expect(await quote({ declaredValueVnd: 2_000_001 })).toMatchObject({ postageVnd: 28_000 + 10_001, insuranceFeeVnd: 10_001 });
    expect(await quote({ declaredValueVnd: 1_000 })).toMatchObject({ insuranceFeeVnd: 5_000 });
    expect(await quote({ pickUp: true })).toMatchObject({ postageVnd: 28_000 + 5_000, pickUpFeeVnd: 5_000 });
  });

  it('is what the counter asks for the same weight and room: a bulky parcel pays for its room, a heavy one for its weight', async () => {
    for (const [volumeCm3, weightGrams] of [
      [12_001, 480],
      [1_000, 2_300],
    ] as const) {
      const { number } = await given.announced({ volumeCm3, codVnd: 0 });
      const { body } = await given.accept(number, { weightGrams });
      expect(await quote({ volumeCm3, weightGrams })).toMatchObject({ postageVnd: body.postageVnd });
      expect(body.postageVnd).toBeGreaterThan(28_000 + 11_000);
    }
  });
});

describe('a manager', () => {
  it('enters a price from a day on: until then the old one holds, then the new one, and both stay to be seen', async () => {
    expect((await enter('tariffs', price)).status).toBe(204);
    expect(await quote()).toMatchObject({ postageVnd: 28_000 });
    world.clock.set(new Date('2026-12-01T02:00:00Z'));
    expect(await quote()).toMatchObject({ postageVnd: 30_000 });
    const rows = async (query = '') =>
      (await world.http('GET', `/post/tariffs${query}`, { as: manager() })).body.tariffs
        .filter((row: typeof price) => row.zone === 'nation' && row.upToGrams === 500)
        .map((row: { priceVnd: number; validTo: string | null }) => [row.priceVnd, row.validTo]);
    expect(await rows()).toEqual([[30_000, null]]);
    expect(await rows('?past=true')).toEqual([
      [28_000, '2026-12-01'],
      [30_000, null],
    ]);
  });

  it('charges collecting cash by its share, but the fee at least', async () => {
    expect(await quote({ codVnd: 100_000 })).toMatchObject({ codFeeVnd: 9_000 });
    expect(await quote({ codVnd: 1_000_001 })).toMatchObject({ codFeeVnd: 10_001 });
  });

  it('cannot enter a price for today or before, nor twice for a day; the database refuses to rewrite one', async () => {
    for (const validFrom of ['2026-12-01', '2026-11-01'])
      expect((await enter('tariffs', { ...price, validFrom })).body.code).toBe('day.not-to-come');
    const later = { ...price, validFrom: '2027-01-01' };
    expect((await enter('tariffs', later)).status).toBe(204);
    expect((await enter('tariffs', later)).body.code).toBe('tariff.day-taken');
    await expect(given.rows('update postal.tariff set price_vnd = 1')).rejects.toThrow(/is history/);
    await expect(given.rows('delete from postal.norm')).rejects.toThrow(/is history/);
  });

  it('enters a price between two that are there', async () => {
    await enter('tariffs', { ...price, priceVnd: 31_000, validFrom: '2026-12-15' });
    const { body } = await world.http('GET', '/post/tariffs', { as: manager() });
    const steps = body.tariffs.filter((row: typeof price) => row.zone === 'nation' && row.upToGrams === 500);
    expect(steps.map((row: { validFrom: string; validTo: string }) => [row.validFrom, row.validTo])).toEqual([
      ['2026-12-01', '2026-12-15'],
      ['2026-12-15', '2027-01-01'],
      ['2027-01-01', null],
    ]);
  });

  it('enters surcharges and norms of days to come', async () => {
    expect(
      (await enter('surcharges', { kind: 'pick_up', rateBp: 0, minimumVnd: 7_000, validFrom: '2026-12-02', basis: 'QĐ 13' })).status,
    ).toBe(204);
    const norm = { fromProvince: HANOI, toProvince: CAN_THO, zone: 'region', hours: 30, validFrom: '2026-12-02', basis: 'QĐ 14' };
    expect((await enter('norms', norm)).status).toBe(204);
    expect(await quote({ pickUp: true })).toMatchObject({ pickUpFeeVnd: 5_000, days: 3 });
    world.clock.set(new Date('2026-12-02T02:00:00Z'));
    expect(await quote({ pickUp: true })).toMatchObject({ pickUpFeeVnd: 7_000, days: 2, postageVnd: 22_000 + 7_000 });
    expect((await enter('norms', { ...norm, toProvince: '00', validFrom: '2027-01-01' })).body.code).toBe('place.unknown');
    const { body } = await world.http('GET', `/post/norms?from=${HANOI}`, { as: manager() });
    expect(body.data.find((row: typeof norm) => row.toProvince === CAN_THO)).toMatchObject({ hours: 30, basis: 'QĐ 14' });
  });

  it('sees and enters prices of their own operator only', async () => {
    const other = given.managerOf(given.office('cuu-long', CAN_THO));
    const { operatorId } = given.origin;
    expect((await enter('tariffs', { ...price, operatorId, validFrom: '2027-02-01' }, other)).status).toBe(404);
    expect((await world.http('GET', `/post/tariffs?operator=${operatorId}`, { as: other })).status).toBe(404);
    expect((await world.http('GET', '/post/tariffs', { as: other })).text).not.toContain('QĐ 12/2026');
    expect((await world.http('GET', '/post/tariffs', { as: given.clerkOf(given.origin) })).status).toBe(403);
  });
});
