import { randomUUID } from 'node:crypto';
import { sql } from '@choxa/platform';
import { anActor, testWorld, type World } from '@choxa/testing';
import { CATALOGUE_WORLD, CatalogueGiven } from '../catalogue.factory.js';
import { PacksForSale } from '../index.js';

describe('packs', () => {
  let given: CatalogueGiven<World>;
  let product: Awaited<ReturnType<CatalogueGiven<World>['product']>>;
  beforeAll(async () => {
    given = new CatalogueGiven(await testWorld(CATALOGUE_WORLD), anActor);
  });
  beforeEach(async () => {
    product = await given.product({ name: 'Cà phê Cầu Đất', priceVnd: 60_000, stock: 3 });
  });
  afterAll(() => given.world.close());

  const http = (method: string, path: string, body?: object, as = product.owner.as) => given.world.http(method, path, { as, body });
  const page = async () => (await given.world.http('GET', `/products/${product.slug}`)).body;
  const add = (more: object = {}) =>
    http('POST', `/products/${product.id}/packs`, { netContentValue: 1, netContentUnit: 'kg', priceVnd: 110_000, stock: 4, ...more });

  it('are sold beside each other, each with its content, price, count, weight and size', async () => {
    const added = await add({ lengthMm: 200, widthMm: 120, heightMm: 80 });
    expect(added.status).toBe(201);
    expect(added.body.packs).toMatchObject([
      { netContent: '500 g', priceVnd: 60_000, onHand: 3 },
      { netContent: '1 kg', priceVnd: 110_000, onHand: 4, weightGrams: 1100, lengthMm: 200, widthMm: 120, heightMm: 80, retired: false },
    ]);
    expect((await page()).packs.map((pack: { netContent: string }) => pack.netContent)).toEqual(['500 g', '1 kg']);
    expect(await given.names('Cà phê Cầu Đất', `&household=${product.owner.slug}&minPriceVnd=110000`)).toContain('Cà phê Cầu Đất');
  });

  it('are added once under an id made on the phone, and twenty at most', async () => {
    const id = randomUUID();
    await add({ id });
    expect((await add({ id })).body.packs).toHaveLength(2);
    for (let i = 3; i <= 20; i += 1) await add({ netContentValue: i });
    expect((await add()).body.code).toBe('pack.too-many');
    const other = await given.product();
    expect((await http('POST', `/products/${other.id}/packs`, { id, netContentValue: 1, netContentUnit: 'kg', priceVnd: 1 })).status).toBe(
      409,
    );
  });

  it('are shown in the order the household puts them in', async () => {
    const { packs } = (await add()).body;
    const order = await http('PUT', `/products/${product.id}/packs/order`, { packIds: [packs[1].id, packs[0].id] });
    expect(order.body.pack.netContent).toBe('1 kg');
    expect((await page()).packs.map((pack: { netContent: string }) => pack.netContent)).toEqual(['1 kg', '500 g']);
    for (const packIds of [[packs[0].id], [packs[0].id, packs[0].id], [packs[0].id, randomUUID()], []]) {
      const refused = await http('PUT', `/products/${product.id}/packs/order`, { packIds });
      expect([refused.status, refused.body.code]).toEqual([409, 'request.conflict']);
    }
  });

  it('can be retired: off every shelf, kept in the books, and sold again', async () => {
    await add();
    const retired = await http('PUT', `/packs/${product.packId}/retirement`);
    expect(retired.body).toMatchObject({ pack: { netContent: '1 kg' }, packs: [{ retired: true }, { retired: false }] });
    expect((await page()).packs).toMatchObject([{ netContent: '1 kg' }]);
    const forSale = async () => (await given.world.get(PacksForSale).byIds(given.world.db.read, [product.packId])).get(product.packId);
    expect(await forSale()).toMatchObject({ published: false, netContent: '500 g' });
    await http('DELETE', `/packs/${product.packId}/retirement`);
    expect(await forSale()).toMatchObject({ published: true });
  });

  it('never leave a product without one', async () => {
    const last = await http('PUT', `/packs/${product.packId}/retirement`);
    expect([last.status, last.body.code]).toEqual([409, 'pack.last']);
  });

  it('get a weight from a changed content only while nobody has weighed them', async () => {
    const edit = async (body: object) => (await http('PATCH', `/packs/${product.packId}`, body)).body.pack.weightGrams;
    expect(await edit({ netContentValue: 2, netContentUnit: 'kg' })).toBe(2200);
    expect(await edit({ weightGrams: 2350 })).toBe(2350);
    expect(await edit({ netContentValue: 3 })).toBe(2350);
  });

  it('leave a trace of every changed price', async () => {
    await http('PATCH', `/packs/${product.packId}`, { priceVnd: 65_000 });
    await http('PATCH', `/packs/${product.packId}`, { priceVnd: 65_000 });
    const entries = await sql(
      given.world.db.read,
      `select action, details from platform.trail_entry where subject_id = $1 and action = 'pack.price-changed'`,
      [product.packId],
    );
    expect(entries).toEqual([{ action: 'pack.price-changed', details: { fromVnd: 60_000, toVnd: 65_000 } }]);
  });

  it('of another household are not found', async () => {
    const { as } = await given.household();
    const asked = [
      ['POST', `/products/${product.id}/packs`, { netContentValue: 1, netContentUnit: 'kg', priceVnd: 1 }],
      ['PUT', `/products/${product.id}/packs/order`, { packIds: [product.packId] }],
      ['PUT', `/packs/${product.packId}/retirement`],
      ['DELETE', `/packs/${product.packId}/retirement`],
    ] as const;
    for (const [method, path, body] of asked) expect([path, (await http(method, path, body, as)).status]).toEqual([path, 404]);
  });
});
