import { randomUUID } from 'node:crypto';
import type { Actor } from '@choxa/platform';
import { anActor, testWorld, type World } from '@choxa/testing';
import { CATALOGUE_WORLD, CatalogueGiven, picture } from '../catalogue.factory.js';
import { AddImage, DeclareRecognition } from '../index.js';

describe('drafts from a phone', () => {
  let given: CatalogueGiven<World>;
  beforeAll(async () => {
    given = new CatalogueGiven(await testWorld(CATALOGUE_WORLD), anActor);
  });
  afterAll(() => given.world.close());

  const http = (...args: Parameters<World['http']>) => given.world.http(...args);
  const ofDesk = (as: Actor) => http('GET', '/household/products', { as });

  it('begins with nothing but an id made on the phone', async () => {
    const { as } = await given.household();
    const id = randomUUID();
    const begun = await http('PUT', `/products/${id}`, { as, body: {} });
    expect(begun.status).toBe(200);
    expect(begun.body).toMatchObject({ id, name: '', setCode: '', state: 'draft', revision: 1, pack: { priceVnd: null, netContent: '' } });
    expect(begun.body.missingToPublish).toEqual(['name', 'image', 'set', 'netContent', 'price', 'stock']);
  });

  it('gets its fields one by one, and its address with its first name', async () => {
    const { as } = await given.household();
    const [id, packId] = [randomUUID(), randomUUID()];
    const save = async (body: object) => (await http('PUT', `/products/${id}`, { as, body })).body;
    await save({ pack: { id: packId } });
    await given.world.get(AddImage).run(as, id, await picture());
    expect((await save({ name: 'Dưa lưới Gò Công', setCode: '1' })).slug).toBe(`dua-luoi-go-cong-${id.slice(0, 8)}`);
    expect((await save({ name: 'Dưa lưới ruột cam' })).slug).toBe(`dua-luoi-go-cong-${id.slice(0, 8)}`);
    await save({ pack: { priceVnd: 45_000 } });
    const whole = await save({ pack: { netContentValue: 2, netContentUnit: 'kg', stock: 30 } });
    expect(whole).toMatchObject({
      pack: { id: packId, netContent: '2 kg', priceVnd: 45_000, onHand: 30, weightGrams: 2200 },
      missingToPublish: [],
    });
    expect((await http('POST', `/products/${id}/publication`, { as })).body.state).toBe('published');
  });

  it('is one draft however often and however much at once it is sent', async () => {
    const { as } = await given.household();
    const id = randomUUID();
    const body = { name: 'Chuối hột', setCode: '1', pack: { priceVnd: 30_000, netContentValue: 1, netContentUnit: 'kg', stock: 5 } };
    const answers = await Promise.all(Array.from({ length: 8 }, () => http('PUT', `/products/${id}`, { as, body })));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect((await ofDesk(as)).body.data).toMatchObject([{ id, name: 'Chuối hột', pack: { onHand: 5 }, packs: [{}] }]);
  });

  it('leaves the count alone once the product was on sale: a queue sent late must not bring back what was sold', async () => {
    const { id, owner } = await given.product({ name: 'Ổi lê', stock: 10 });
    const late = await http('PUT', `/products/${id}`, { as: owner.as, body: { pack: { stock: 99, priceVnd: 20_000 } } });
    expect(late.body.pack).toMatchObject({ onHand: 10, priceVnd: 20_000 });
  });

  it('takes no id of another household, be it a product’s or a pack’s', async () => {
    const other = await given.product();
    const { as } = await given.household();
    expect((await http('PUT', `/products/${other.id}`, { as, body: { name: 'Của tôi' } })).status).toBe(404);
    const stolen = await http('PUT', `/products/${randomUUID()}`, { as, body: { pack: { id: other.packId } } });
    expect([stolen.status, stolen.body.code]).toEqual([409, 'request.conflict']);
    expect((await ofDesk(as)).body.data).toEqual([]);
  });

  it('refuses a change made on what somebody else has changed meanwhile', async () => {
    const { id, packId, owner } = await given.product({ draft: true });
    const { as } = owner;
    const seen = await http('GET', `/household/products/${id}`, { as });
    expect(seen.headers.etag).toBe(`"${seen.body.revision}"`);
    const headers = { 'if-match': String(seen.headers.etag) };
    const first = await http('PATCH', `/products/${id}`, { as, headers, body: { description: 'Của tôi' } });
    expect(first.headers.etag).toBe(`"${seen.body.revision + 1}"`);
    for (const [method, path, body] of [
      ['PATCH', `/products/${id}`, { description: 'Của chị' }],
      ['PUT', `/products/${id}`, { description: 'Của chị' }],
      ['PATCH', `/packs/${packId}`, { priceVnd: 1000 }],
    ] as const) {
      const late = await http(method, path, { as, headers, body });
      expect([method, late.status, late.body.code]).toEqual([method, 412, 'request.outdated']);
    }
    expect((await http('GET', `/household/products/${id}`, { as })).body.description).toBe('Của tôi');
    expect((await http('PATCH', `/products/${id}`, { as, headers: { 'if-match': 'hai' }, body: {} })).status).toBe(400);
  });
});

describe('a copy', () => {
  let given: CatalogueGiven<World>;
  beforeAll(async () => {
    given = new CatalogueGiven(await testWorld(CATALOGUE_WORLD), anActor);
  });
  afterAll(() => given.world.close());
  const http = (...args: Parameters<World['http']>) => given.world.http(...args);

  it('takes over texts, packs and pictures, and nothing that belongs to the old goods', async () => {
    const source = await given.product({ name: 'Mật ong', setCode: '4', brandName: 'Ong Rừng', description: 'Hoa tràm', priceVnd: 90_000 });
    const { as } = source.owner;
    const decision = { stars: 4, authority: 'UBND tỉnh', decisionNumber: '1/QĐ', decisionDate: '2026-01-01' };
    await given.world.get(DeclareRecognition).run(as, source.id, decision);
    const made = await http('POST', `/products/${source.id}/copy`, { as, body: {} });
    expect(made.status).toBe(201);
    const before = (await http('GET', `/household/products/${source.id}`, { as })).body;
    expect(made.body).toMatchObject({
      ...{ name: 'Mật ong', setCode: '4', brandName: 'Ong Rừng', description: 'Hoa tràm', state: 'draft' },
      pack: { netContent: '500 g', priceVnd: 90_000, onHand: 0, barcode: null },
      ...{ recognition: null, missingToPublish: ['stock'] },
    });
    expect([made.body.id, made.body.slug, made.body.pack.id]).not.toEqual([before.id, before.slug, before.pack.id]);
    expect(made.body.images).toHaveLength(1);
    // Its picture is its own: taking the old one's away leaves it.
    expect(made.body.image.url).not.toBe(before.image.url);
    expect((await http('GET', made.body.image.url.replace('/api/v1', ''))).headers['content-type']).toBe('image/webp');
    const again = await given.world.get(AddImage).run(as, made.body.id, await picture());
    expect(again.id).toBe(made.body.image.id);
  });

  it('is one however often it is asked for under the id made on the phone, and can be sold at once with its count', async () => {
    const source = await given.product({ name: 'Nước mắm' });
    const { as } = source.owner;
    const body = { id: randomUUID(), stock: 12 };
    const copies = await Promise.all([1, 2, 3].map(() => http('POST', `/products/${source.id}/copy`, { as, body })));
    expect(copies.map((copy) => [copy.status, copy.body.id, copy.body.pack.onHand])).toEqual(Array(3).fill([201, body.id, 12]));
    expect((await http('POST', `/products/${body.id}/publication`, { as })).body.state).toBe('published');
  });

  it('is made of nobody else’s product, nor over one', async () => {
    const source = await given.product();
    const own = await given.product({ of: await given.household() });
    expect((await http('POST', `/products/${source.id}/copy`, { as: own.owner.as, body: {} })).status).toBe(404);
    expect((await http('POST', `/products/${own.id}/copy`, { as: own.owner.as, body: { id: source.id } })).status).toBe(404);
  });
});
