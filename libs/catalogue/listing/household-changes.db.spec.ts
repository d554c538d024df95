import { anActor, testWorld, type World } from '@choxa/testing';
import { CATALOGUE_WORLD, CatalogueGiven } from '../catalogue.factory.js';
import { PacksForSale } from '../packs/packs-for-sale.query.js';

describe('what the shop shows of a household that has changed', () => {
  let given: CatalogueGiven<World>;
  let world: World;
  beforeAll(async () => {
    world = await testWorld({ ...CATALOGUE_WORLD, now: new Date('2027-01-20T02:00:00Z') });
    given = new CatalogueGiven(world, anActor);
  });
  afterAll(() => world.close());

  it('loses the products of a suspended household by itself, keeps those of others, and has them back afterwards', async () => {
    const [one, other] = [await given.household(), await given.household()];
    await given.product({ of: one, name: 'Mắm cá linh Mai' });
    await given.product({ of: other, name: 'Mắm cá linh Lan' });
    const as = given.official('VN');
    const body = { reasonCode: 'unsafe_goods', text: 'Kết quả kiểm nghiệm không đạt.' };
    expect((await world.http('POST', `/households/${one.id}/suspension`, { as, body })).status).toBe(204);
    await world.drain();
    expect(await given.names('mắm cá linh')).toEqual(['Mắm cá linh Lan']);
    await world.http('POST', `/households/${one.id}/suspension/end`, { as, body: {} });
    await world.drain();
    expect((await given.names('mắm cá linh')).sort()).toEqual(['Mắm cá linh Lan', 'Mắm cá linh Mai']);
  });

  it('keeps the products of a closed household in sight, says until when, and sells again by itself', async () => {
    const owner = await given.household();
    const product = await given.product({ of: owner, name: 'Nếp cái hoa vàng' });
    await world.http('PUT', '/household/closure', { as: owner.as, body: { fromOn: '2027-02-01', untilOn: '2027-02-12' } });
    await world.drain();
    const closedUntil = async (instant: string) => {
      world.clock.set(new Date(instant));
      const page = (await world.http('GET', `/products/${product.slug}`)).body;
      expect(Object.keys(page.household)).not.toContain('closedFrom');
      const pack = (await world.get(PacksForSale).byIds(world.db.read, [product.packId])).get(product.packId);
      return [page.household.closedUntil, pack?.closedUntil];
    };
    expect(await closedUntil('2027-01-31T16:59:59Z')).toEqual([null, null]);
    expect(await closedUntil('2027-01-31T17:00:00Z')).toEqual(['2027-02-12', '2027-02-12']);
    expect(await given.names('nếp cái hoa vàng')).toEqual(['Nếp cái hoa vàng']);
    expect(await closedUntil('2027-02-12T17:00:00Z')).toEqual([null, null]);
  });

  it('follows a new name of a household', async () => {
    const owner = await given.household({ name: 'Hộ Cũ' });
    await given.product({ of: owner, name: 'Khô cá lóc đồng' });
    await world.http('PATCH', '/household/profile', { as: owner.as, body: { name: 'Vườn Mới Tinh' } });
    await world.drain();
    expect(await given.names('vuon moi tinh')).toEqual(['Khô cá lóc đồng']);
  });
});
