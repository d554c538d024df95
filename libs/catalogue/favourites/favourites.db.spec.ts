import { randomUUID } from 'node:crypto';
import { sql, type Actor } from '@choxa/platform';
import { anActor, testWorld, type World } from '@choxa/testing';
import { CATALOGUE_WORLD, CatalogueGiven } from '../catalogue.factory.js';
import { EditPack } from '../packs/edit-pack.js';
import { PauseProduct } from '../products/pause-product.js';

// The mutant e2e/mutants/favourites-of-another.patch must make it fail.
describe('favourites', () => {
  let given: CatalogueGiven<World>;
  let world: World;
  let mo: Actor;
  beforeAll(async () => {
    world = await testWorld(CATALOGUE_WORLD);
    given = new CatalogueGiven(world, anActor);
  });
  afterAll(() => world.close());
  beforeEach(() => {
    mo = anActor();
  });

  const http = (method: string, path: string, as: Actor, body?: object) =>
    world.http(method, `/account/favourites${path}`, { as, ...(body ? { body } : {}) });
  const like = async (packId: string, as = mo) => (await http('POST', '', as, { packs: [{ packId }] })).body;
  const names = async (as = mo) => (await http('GET', '', as)).body.data.map(({ name }: { name: string }) => name);

  it('show the price then and now, and say what is sold out or off sale', async () => {
    const [dearer, sold, paused] = [
      await given.product({ name: 'Trà đắt lên', priceVnd: 50_000 }),
      await given.product({ name: 'Trà hết' }),
      await given.product({ name: 'Trà nghỉ' }),
    ];
    for (const { packId } of [dearer, sold, paused]) {
      world.clock.advance(1_000);
      expect(await like(packId)).toEqual({ kept: 1, leftOut: 0 });
    }
    await world.get(EditPack).run(dearer.owner.as, dearer.packId, { priceVnd: 60_000 });
    await sql(world.db.read, 'update catalogue.listing set on_hand = 0 where pack_id = $1', [sold.packId]);
    await world.get(PauseProduct).run(paused.owner.as, paused.id);
    const { data } = (await http('GET', '', mo)).body;
    expect(data.map(({ name, state, priceVnd, priceThenVnd }: Record<string, unknown>) => [name, state, priceVnd, priceThenVnd])).toEqual([
      ['Trà nghỉ', 'off_sale', 50_000, 50_000],
      ['Trà hết', 'sold_out', 50_000, 50_000],
      ['Trà đắt lên', 'on_sale', 60_000, 50_000],
    ]);
    expect((await http('GET', '/packs', mo)).body.data).toEqual([paused.packId, sold.packId, dearer.packId]);
  });

  it('are liked once, taken off once, and none without being on sale', async () => {
    const { packId } = await given.product({ name: 'Mè đen' });
    for (let twice = 0; twice < 2; twice += 1) expect(await like(packId)).toEqual({ kept: 1, leftOut: 0 });
    expect(await names()).toEqual(['Mè đen']);
    expect([(await http('DELETE', `/${packId}`, mo)).status, (await http('DELETE', `/${packId}`, mo)).status]).toEqual([204, 404]);
    expect([await names(), await like(randomUUID())]).toEqual([[], { kept: 0, leftOut: 1 }]);
  });

  it('are somebody’s own', async () => {
    const { packId } = await given.product({ name: 'Nếp than' });
    await like(packId);
    const other = anActor();
    expect((await http('DELETE', `/${packId}`, other)).status).toBe(404);
    expect([await names(other), await names()]).toEqual([[], ['Nếp than']]);
    expect((await world.http('GET', '/account/favourites')).status).toBe(401);
  });

  it('of a guest are taken over after signing in, as many as there is room for, and what is gone is said', async () => {
    const packs = await given.products(Array.from({ length: 4 }, (_, i) => ({ name: `Gạo ${i}` })));
    await like(packs[0]!.packId);
    const wanted = [...packs.map(({ packId }) => ({ packId })), { packId: randomUUID() }];
    expect((await http('POST', '', mo, { packs: wanted })).body).toEqual({ kept: 4, leftOut: 1 });
    expect((await names()).toSorted()).toEqual(['Gạo 0', 'Gạo 1', 'Gạo 2', 'Gạo 3']);

    expect((await http('POST', '', mo, { packs: [{ packId: 'x' }] })).status).toBe(400);
  });

  it('are two hundred at most', async () => {
    const [last, tooMany] = await given.products([{ name: 'Cuối' }, { name: 'Thừa' }]);
    await sql(
      world.db.read,
      `with copies as (
         insert into catalogue.pack select (jsonb_populate_record(pack, jsonb_build_object('id', gen_random_uuid()))).*
           from catalogue.pack, generate_series(1, 199) where pack.id = $2 returning id)
       insert into catalogue.favourite (account_id, pack_id, price_then_vnd, added_at) select $1, id, 1, now() from copies`,
      [mo.accountId, last!.packId],
    );
    expect([await like(last!.packId), (await like(tooMany!.packId)).code]).toEqual([{ kept: 1, leftOut: 0 }, 'favourite.too-many']);
    const both = [last!, tooMany!].map(({ packId }) => ({ packId }));
    expect((await http('POST', '', mo, { packs: both })).body).toEqual({ kept: 1, leftOut: 1 });
  });
});
