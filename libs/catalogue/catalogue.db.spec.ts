import { ApproveHousehold } from '@choxa/households';
import { drift, Handles, sql, type EventEnvelope, type Tx } from '@choxa/platform';
import { anActor, testWorld, type World } from '@choxa/testing';
import { CATALOGUE_WORLD, CatalogueGiven, picture } from './catalogue.factory.js';
import { AddImage, catalogueLib, OwnPacks, PacksForSale, ProductChanged, ProductPublished } from './index.js';

const heard: EventEnvelope<object>[] = [];

@Handles(ProductPublished)
class HearWhenProductPublished {
  async handle(_tx: Tx, event: EventEnvelope<object>) {
    heard.push(event);
  }
}

@Handles(ProductChanged)
class HearWhenProductChanged {
  async handle(_tx: Tx, event: EventEnvelope<object>) {
    heard.push(event);
  }
}

describe('the household’s desk', () => {
  let given: CatalogueGiven<World>;
  beforeAll(async () => {
    given = new CatalogueGiven(
      await testWorld({ ...CATALOGUE_WORLD, providers: [HearWhenProductPublished, HearWhenProductChanged] }),
      anActor,
    );
  });
  afterAll(() => given.world.close());

  const http = (...args: Parameters<World['http']>) => given.world.http(...args);
  const body = (more: object = {}) => ({
    name: 'Cà phê Arabica Cầu Đất',
    setCode: '13',
    pack: { netContentValue: 500, netContentUnit: 'g', priceVnd: 120_000, stock: 7 },
    ...more,
  });

  it('has no drift between entities and migrations', async () => {
    expect(await drift(given.world.config.databaseUrl, [catalogueLib])).toEqual([]);
  });

  it('lists a product as a draft and names what is missing to sell it', async () => {
    const { as } = await given.household();
    const made = await http('POST', '/products', { as, body: body() });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      slug: expect.stringMatching(/^ca-phe-arabica-cau-dat/),
      state: 'draft',
      pack: {
        netContent: '500 g',
        netContentValue: 500,
        netContentUnit: 'g',
        priceVnd: 120_000,
        onHand: 7,
        weightGrams: 550,
        barcode: null,
      },
      missingToPublish: ['image'],
      labelPercent: 0,
      image: null,
    });
    expect((await http('GET', `/products/${made.body.slug}`)).status).toBe(404);
    expect((await http('GET', '/household/products', { as })).body).toMatchObject({ data: [{ id: made.body.id }], next: null });
    expect((await http('GET', `/household/products/${made.body.id}`, { as })).body).toEqual(made.body);
  });

  it('gives the second product of a name an address of its own, and keeps an address when the name changes', async () => {
    const { as } = await given.household();
    const first = await http('POST', '/products', { as, body: body({ name: 'Mật ong U Minh' }) });
    const second = await http('POST', '/products', { as, body: body({ name: 'Mật ong U Minh' }) });
    expect(first.body.slug).toBe('mat-ong-u-minh');
    expect(second.body.slug).toMatch(/^mat-ong-u-minh-[0-9a-f]{6}$/);
    const renamed = await http('PATCH', `/products/${first.body.id}`, { as, body: { name: 'Mật ong rừng' } });
    expect(renamed.body).toMatchObject({ name: 'Mật ong rừng', slug: 'mat-ong-u-minh' });
  });

  it('refuses unknown fields, unknown sets, prices of nothing and contents finer than a thousandth', async () => {
    const { as } = await given.household();
    const refused = async (more: object) => {
      const answer = await http('POST', '/products', { as, body: body(more) });
      return [answer.status, answer.body.code, answer.body.errors?.[0]?.pointer];
    };
    expect(await refused({ state: 'published' })).toEqual([400, 'request.invalid', '/state']);
    expect(await refused({ stars: 5 })).toEqual([400, 'request.invalid', '/stars']);
    expect(await refused({ setCode: '99' })).toEqual([422, 'product.set-unknown', '/setCode']);
    const pack = body().pack;
    expect(await refused({ pack: { ...pack, priceVnd: 0 } })).toEqual([400, 'request.invalid', '/pack/priceVnd']);
    expect(await refused({ pack: { ...pack, netContentValue: 1.2345 } })).toEqual([422, 'pack.net-content', '/pack/netContentValue']);
    expect(await refused({ pack: { ...pack, onHand: 5 } })).toEqual([400, 'request.invalid', '/pack/onHand']);
  });

  it('publishes only what is whole, naming each missing thing, and tells the others once', async () => {
    const pending = await given.household({ approved: false });
    const made = await http('POST', '/products', {
      as: pending.as,
      body: body({ setCode: '14', name: 'Rượu nếp', pack: { ...body().pack, stock: 0 } }),
    });
    const refused = await http('POST', `/products/${made.body.id}/publication`, { as: pending.as });
    expect([refused.status, refused.body.code]).toEqual([409, 'product.not-ready']);
    expect(refused.body.errors.map((error: { code: string; pointer: string }) => [error.code, error.pointer])).toEqual([
      ['image', '/images'],
      ['stock', '/pack/stock'],
      ['licence', '/licenceNumber'],
      ['household', '/household'],
    ]);
  });

  it('keeps a whole product of a household that waits, and puts it on sale by itself with the approval', async () => {
    const owner = await given.household({ approved: false });
    const [ready, spoilt, taken] = [
      await given.product({ of: owner, draft: true, name: 'Bánh pía Vũng Thơm' }),
      await given.product({ of: owner, draft: true }),
      await given.product({ of: owner, draft: true }),
    ];
    for (const { id } of [ready, spoilt, taken]) {
      await given.world.get(AddImage).run(owner.as, id, await picture());
      const asked = await http('POST', `/products/${id}/publication`, { as: owner.as });
      expect([asked.status, asked.body.state, asked.body.publishWhenApproved]).toEqual([200, 'draft', true]);
    }
    expect(await given.names('Bánh pía Vũng Thơm')).toEqual([]);
    await http('DELETE', `/images/${(await http('GET', `/household/products/${spoilt.id}`, { as: owner.as })).body.image.id}`, {
      as: owner.as,
    });
    await http('DELETE', `/products/${taken.id}/publication`, { as: owner.as });
    await given.world.get(ApproveHousehold).run(given.official('VN'), owner.id);
    await given.world.drain();
    const states = async ({ id }: { id: string }) => {
      const { body: product } = await http('GET', `/household/products/${id}`, { as: owner.as });
      return [product.state, product.publishWhenApproved];
    };
    expect(await states(ready)).toEqual(['published', false]);
    expect(await given.names('Bánh pía Vũng Thơm')).toEqual(['Bánh pía Vũng Thơm']);
    expect(await states(spoilt)).toEqual(['draft', false]);
    expect(await states(taken)).toEqual(['draft', false]);
    const trail = `select subject_id, action, details from platform.trail_entry where actor_kind = 'system' and subject_id = any($1) order by action`;
    expect(await sql(given.world.db.read, trail, [[ready.id, spoilt.id, taken.id]])).toEqual([
      { subject_id: spoilt.id, action: 'product.not-published', details: { missing: ['image'] } },
      { subject_id: ready.id, action: 'product.published', details: {} },
    ]);
  });

  it('tells the others when a product goes on sale, once', async () => {
    const product = await given.product({ draft: true });
    const { id, owner } = product;
    await given.world.get(AddImage).run(owner.as, id, await picture());
    await given.world.drain();
    heard.length = 0;
    const published = await http('POST', `/products/${id}/publication`, { as: owner.as });
    expect([published.status, published.body.state]).toEqual([200, 'published']);
    await http('POST', `/products/${id}/publication`, { as: owner.as });
    await given.world.drain();
    expect(heard.map((event) => [event.name, event.data]).toSorted()).toEqual([
      ['catalogue.product-changed.v1', { productId: id }],
      ['catalogue.product-published.v1', { productId: id, householdId: owner.id, at: given.world.clock.now().toISOString() }],
    ]);
  });

  it('keeps a product on sale whole: neither can its last picture be taken away, nor its set become one without a licence on file', async () => {
    const product = await given.product({ setCode: '15' });
    const { as } = product.owner;
    const desk = await http('GET', `/household/products/${product.id}`, { as });
    const image = await http('DELETE', `/images/${desk.body.image.id}`, { as });
    expect([image.status, image.body.errors[0].code]).toEqual([409, 'image']);
    const licence = await http('PATCH', `/products/${product.id}`, { as, body: { setCode: '14' } });
    expect([licence.status, licence.body.errors[0].code]).toEqual([409, 'licence']);
    expect((await http('GET', `/household/products/${product.id}`, { as })).body.setCode).toBe('15');
  });

  it('pauses and sells again: off the list, its page stays and says so', async () => {
    const product = await given.product({ name: 'Trà sen Tây Hồ', setCode: '12' });
    const { as } = product.owner;
    expect((await http('DELETE', `/products/${product.id}/publication`, { as })).body.state).toBe('paused');
    expect(await given.names('Trà sen Tây Hồ')).toEqual([]);
    expect((await http('GET', `/products/${product.slug}`)).body.state).toBe('paused');
    expect((await given.world.get(PacksForSale).byIds(given.world.db.read, [product.packId])).get(product.packId)?.published).toBe(false);
    await http('POST', `/products/${product.id}/publication`, { as });
    expect(await given.names('Trà sen Tây Hồ')).toEqual(['Trà sen Tây Hồ']);
  });

  it('shows a changed price, content and brand at once', async () => {
    const product = await given.product({ name: 'Muối ớt Tây Ninh', setCode: '10' });
    const { as } = product.owner;
    const packed = await http('PATCH', `/packs/${product.packId}`, {
      as,
      body: { priceVnd: 90_000, netContentValue: 1.5, netContentUnit: 'kg' },
    });
    expect(packed.body.pack).toMatchObject({ priceVnd: 90_000, netContent: '1,5 kg' });
    await http('PATCH', `/products/${product.id}`, { as, body: { brandName: 'Ớt Đỏ' } });
    const [item] = (await http('GET', '/products?q=ot%20do')).body.data;
    expect(item).toMatchObject({ name: 'Muối ớt Tây Ninh', priceVnd: 90_000, netContent: '1,5 kg', unitPriceVnd: 60_000 });
    expect((await http('GET', `/products/${product.slug}`)).body).toMatchObject({ brandName: 'Ớt Đỏ' });
  });

  it('tells how to keep food and what is in it; that there are no allergens is an answer of its own', async () => {
    const product = await given.product({ name: 'Bánh đa vừng', setCode: '6' });
    const edit = async (body: object) => (await http('PATCH', `/products/${product.id}`, { as: product.owner.as, body })).body;
    const shown = async () => (await http('GET', `/products/${product.slug}`)).body;
    expect(await shown()).toMatchObject({ allergens: null, storageAdvice: null });
    await edit({ allergens: ['sesame', 'gluten'], storageAdvice: 'Nơi khô ráo' });
    expect(await shown()).toMatchObject({ allergens: ['gluten', 'sesame'], storageAdvice: 'Nơi khô ráo' });
    expect((await edit({ allergens: [] })).allergens).toEqual([]);
    expect((await shown()).allergens).toEqual([]);
    expect((await edit({ allergens: null })).allergens).toBeNull();
    expect((await edit({ allergens: ['asbestos'] })).errors[0].pointer).toBe('/allergens');
    expect((await edit({ allergens: ['egg', 'egg'] })).code).toBe('request.invalid');
  });

  it('does not find another household’s things, whatever is asked of them', async () => {
    const product = await given.product();
    const { as } = await given.household();
    const desk = await http('GET', `/household/products/${product.id}`, { as: product.owner.as });
    const asked: [string, string, object?][] = [
      ['GET', `/household/products/${product.id}`],
      ['GET', `/household/products?household=${product.owner.id}`],
      ['PATCH', `/products/${product.id}`, { name: 'Của tôi' }],
      ['PATCH', `/packs/${product.packId}`, { priceVnd: 1 }],
      ['POST', `/products/${product.id}/publication`],
      ['DELETE', `/products/${product.id}/publication`],
      ['DELETE', `/images/${desk.body.image.id}`],
      ['POST', '/products', body({ householdId: product.owner.id })],
      ['POST', `/products/${product.id}/recognitions`, { stars: 4, authority: 'UBND', decisionNumber: '1', decisionDate: '2026-01-01' }],
    ];
    for (const [method, path, more] of asked) {
      expect([method, path, (await http(method, path, { as, body: more })).status]).toEqual([method, path, 404]);
      expect((await http(method, path, { body: more })).status).toBe(401);
    }
    await expect(given.world.get(OwnPacks).require(given.world.db.read, as, product.packId)).rejects.toMatchObject({ code: 'not-found' });
    expect((await http('GET', `/household/products/${product.id}`, { as: product.owner.as })).body).toEqual(desk.body);
  });

  it('asks which household is meant where an account has several', async () => {
    const [one, two] = [await given.household(), await given.household()];
    const as = anActor(...one.as.grants, ...two.as.grants);
    expect((await http('POST', '/products', { as, body: body() })).body.code).toBe('household.choose');
    const made = await http('POST', '/products', { as, body: body({ householdId: two.id }) });
    const [row] = await sql<{ household_id: string }>(given.world.db.read, 'select household_id from catalogue.product where id = $1', [
      made.body.id,
    ]);
    expect(row!.household_id).toBe(two.id);
  });
});
