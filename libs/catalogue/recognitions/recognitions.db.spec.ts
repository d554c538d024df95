import { anActor, testWorld, type World } from '@choxa/testing';
import { localDay } from '@choxa/standards';
import { CATALOGUE_WORLD, CatalogueGiven } from '../catalogue.factory.js';
import { sql } from '@choxa/platform';
import { ImportDraftProduct } from '../index.js';
import { ProductRecognitions } from './product-recognitions.query.js';
import { RemindOfExpiry } from './remind-of-expiry.js';

describe('recognitions', () => {
  let given: CatalogueGiven<World>;
  const start = new Date('2026-11-16T02:00:00Z');
  beforeAll(async () => {
    given = new CatalogueGiven(await testWorld(CATALOGUE_WORLD), anActor);
  });
  beforeEach(() => given.world.clock.set(start));
  afterAll(() => given.world.close());

  const http = (...args: Parameters<World['http']>) => given.world.http(...args);
  let numbers = 0;
  const decision = (more: object = {}) => ({
    stars: 4,
    authority: 'UBND TP Cần Thơ',
    decisionNumber: `${++numbers}/QĐ-UBND`,
    decisionDate: '2024-03-15',
    ...more,
  });
  const shown = async (slug: string) => (await http('GET', `/products/${slug}`)).body.recognition;
  const starsInList = async (name: string) => (await http('GET', `/products?q=${encodeURIComponent(name)}`)).body.data[0].stars;

  /** A product with a confirmed recognition. */
  async function recognised(name: string, more: object = {}) {
    const product = await given.product({ name });
    const entered = await http('POST', '/recognitions', { as: given.official('92'), body: { productId: product.id, ...decision(more) } });
    expect(entered.status).toBe(201);
    const confirmed = await http('POST', `/recognitions/${entered.body.id}/confirmation`, { as: given.official('VN') });
    expect([confirmed.status, confirmed.body.status]).toEqual([200, 'confirmed']);
    return product;
  }

  it('shows a declared one as declared, without stars, wherever it is looked at', async () => {
    const product = await given.product({ name: 'Chè Suối Giàng' });
    const declared = await http('POST', `/products/${product.id}/recognitions`, { as: product.owner.as, body: decision({ stars: 4 }) });
    expect([declared.status, declared.body.status, declared.body.stars]).toEqual([201, 'declared', 4]);
    expect(await shown(product.slug)).toEqual({
      status: 'declared',
      stars: null,
      decisionNumber: declared.body.decisionNumber,
      authority: 'UBND TP Cần Thơ',
      decisionDate: '2024-03-15',
      expiresOn: '2027-03-15',
      expired: false,
    });
    expect(await starsInList('Chè Suối Giàng')).toBeNull();
    const entered = await http('POST', '/recognitions', {
      as: given.official('92'),
      body: { productId: product.id, ...decision(), decisionNumber: declared.body.decisionNumber },
    });
    expect(entered.body).toMatchObject({ id: declared.body.id, status: 'entered', enteredByMe: true });
    expect(await shown(product.slug)).toMatchObject({ status: 'declared', stars: null });
    expect(await starsInList('Chè Suối Giàng')).toBeNull();
  });

  it('shows stars once a second official has confirmed, in list, facet, filter and page', async () => {
    const product = await recognised('Tinh dầu tràm Huế');
    expect(await shown(product.slug)).toMatchObject({ status: 'confirmed', stars: 4, expiresOn: '2027-03-15', expired: false });
    expect(await starsInList('Tinh dầu tràm Huế')).toBe(4);
    const { data, facets } = (await http('GET', '/products?stars=4&q=tinh+dau+tram&facets=true')).body;
    expect(data).toHaveLength(1);
    expect(facets.stars).toEqual([{ stars: 4, count: 1 }]);
    expect((await http('GET', '/products?stars=5&q=tinh+dau+tram')).body.data).toEqual([]);
  });

  it('drops the stars at local midnight after the last day, everywhere, without anything being made anew', async () => {
    const product = await recognised('Gốm Bát Tràng', { decisionDate: '2023-11-20' });
    given.world.clock.set(new Date('2026-11-20T16:59:59Z'));
    expect(localDay(given.world.clock.now())).toBe('2026-11-20');
    expect([(await shown(product.slug)).stars, await starsInList('Gốm Bát Tràng')]).toEqual([4, 4]);
    given.world.clock.set(new Date('2026-11-20T17:00:00Z'));
    expect(await shown(product.slug)).toMatchObject({ status: 'confirmed', stars: null, expired: true });
    expect(await starsInList('Gốm Bát Tràng')).toBeNull();
    expect((await http('GET', '/products?stars=4&q=gom+bat+trang&facets=true')).body).toMatchObject({ data: [], facets: { stars: [] } });
    const views = await given.world.get(ProductRecognitions).byProductIds(given.world.db.read, [product.id], '2026-11-21');
    expect(views.get(product.id)).toMatchObject({ stars: null, expired: true });
  });

  it('lets nobody confirm what they entered, what is only declared, or another province’s', async () => {
    const product = await given.product();
    const official = given.official('92');
    const declared = await http('POST', `/products/${product.id}/recognitions`, { as: product.owner.as, body: decision() });
    const tooEarly = await http('POST', `/recognitions/${declared.body.id}/confirmation`, { as: official });
    expect([tooEarly.status, tooEarly.body.code]).toEqual([409, 'recognition.not-entered']);
    const entered = await http('POST', '/recognitions', { as: official, body: { productId: product.id, ...decision() } });
    const own = await http('POST', `/recognitions/${entered.body.id}/confirmation`, { as: official });
    expect([own.status, own.body.code]).toEqual([409, 'recognition.same-official']);
    const elsewhere = given.official('01');
    expect((await http('POST', `/recognitions/${entered.body.id}/confirmation`, { as: elsewhere })).status).toBe(404);
    expect((await http('POST', '/recognitions', { as: elsewhere, body: { productId: product.id, ...decision() } })).status).toBe(404);
    expect((await http('POST', `/recognitions/${entered.body.id}/confirmation`, { as: product.owner.as })).status).toBe(403);
    expect((await http('POST', '/recognitions', { as: product.owner.as, body: { productId: product.id, ...decision() } })).status).toBe(
      403,
    );
    const waiting = async (as: ReturnType<typeof anActor>) =>
      (await http('GET', '/recognitions?status=entered&limit=100', { as })).body.data.map((row: { id: string }) => row.id);
    expect(await waiting(official)).toContain(entered.body.id);
    expect(await waiting(elsewhere)).not.toContain(entered.body.id);
  });

  it('refuses a decision twice, of a day to come, of no day, and of a level that cannot give it', async () => {
    const product = await given.product();
    const { as } = product.owner;
    const declare = async (body: object) => {
      const answer = await http('POST', `/products/${product.id}/recognitions`, { as, body });
      return [answer.status, answer.body.code];
    };
    const once = decision();
    expect((await declare(once))[0]).toBe(201);
    expect(await declare(once)).toEqual([409, 'recognition.known']);
    expect(await declare(decision({ decisionDate: '2026-11-17' }))).toEqual([422, 'recognition.future']);
    expect(await declare(decision({ decisionDate: '2023-02-30' }))).toEqual([400, 'request.invalid']);
    expect(await declare(decision({ stars: 5, issuingLevel: 'province' }))).toEqual([422, 'recognition.level']);
    expect(await declare(decision({ stars: 3, issuingLevel: 'district_legacy', decisionDate: '2025-07-01' }))).toEqual([
      422,
      'recognition.level',
    ]);
    expect((await declare(decision({ stars: 3, issuingLevel: 'district_legacy', decisionDate: '2025-06-30' })))[0]).toBe(201);
    expect(await declare({ ...decision(), status: 'confirmed' })).toEqual([400, 'request.invalid']);
  });

  it('lets an official settle what the household declared under another number', async () => {
    const product = await given.product();
    const declared = await http('POST', `/products/${product.id}/recognitions`, { as: product.owner.as, body: decision() });
    const right = { productId: product.id, ...decision({ setNamed: 'Đồ uống; Chè', decisionDate: '2022-06-01' }) };
    const entered = await http('POST', '/recognitions', { as: given.official('92'), body: { ...right, recognitionId: declared.body.id } });
    expect(entered.body).toMatchObject({
      id: declared.body.id,
      status: 'entered',
      decisionNumber: right.decisionNumber,
      scheme: '1048/QĐ-TTg',
      setNamed: 'Đồ uống; Chè',
    });
    const other = await given.product();
    const elsewhere = { ...right, ...decision(), productId: other.id, recognitionId: declared.body.id };
    expect((await http('POST', '/recognitions', { as: given.official('92'), body: elsewhere })).status).toBe(404);
    const own = (as: ReturnType<typeof anActor>) => http('GET', `/products/${product.id}/recognitions`, { as });
    expect((await own(product.owner.as)).body.data).toHaveLength(1);
    expect((await own((await given.household()).as)).status).toBe(404);
  });

  it('is corrected and revoked by two officials, the stars standing until the second agrees, and the history stays', async () => {
    const product = await recognised('Mật ong rừng tràm');
    const [one, two, elsewhere] = [given.official('92'), given.official('VN'), given.official('01')];
    const { id } = (await http('GET', `/products/${product.id}/recognitions`, { as: product.owner.as })).body.data[0];
    const reason = 'Nhập nhầm hạng sao trong quyết định';
    const correction = { ...decision({ stars: 3 }), reason };
    expect((await http('POST', `/recognitions/${id}/correction`, { as: elsewhere, body: correction })).status).toBe(404);
    const proposed = await http('POST', `/recognitions/${id}/correction`, { as: one, body: correction });
    expect(proposed.body).toMatchObject({ stars: 4, changes: [{ kind: 'correction', state: 'proposed', proposedByMe: true, reason }] });
    expect((await http('POST', `/recognitions/${id}/revocation`, { as: two, body: { reason } })).body.code).toBe('recognition.change-open');
    expect((await http('POST', `/recognitions/${id}/change/confirmation`, { as: one })).body.code).toBe('recognition.same-proposer');
    expect((await http('POST', `/recognitions/${id}/change/confirmation`, { as: elsewhere })).status).toBe(404);
    expect((await shown(product.slug)).stars).toBe(4);
    expect(
      (await http('GET', '/recognitions?changing=true&limit=100', { as: two })).body.data.map((row: { id: string }) => row.id),
    ).toEqual([id]);
    expect((await http('POST', `/recognitions/${id}/change/confirmation`, { as: two })).body.stars).toBe(3);
    expect([(await shown(product.slug)).stars, await starsInList('Mật ong rừng tràm')]).toEqual([3, 3]);

    given.world.clock.advance(1000);
    await http('POST', `/recognitions/${id}/revocation`, { as: two, body: { reason: 'Tỉnh đã thu hồi quyết định' } });
    expect((await http('DELETE', `/recognitions/${id}/change`, { as: one })).body.status).toBe('confirmed');
    given.world.clock.advance(1000);
    await http('POST', `/recognitions/${id}/revocation`, { as: two, body: { reason: 'Tỉnh đã thu hồi quyết định' } });
    const revoked = (await http('POST', `/recognitions/${id}/change/confirmation`, { as: one })).body;
    expect([revoked.status, revoked.changes.map((change: { state: string }) => change.state)]).toEqual([
      'revoked',
      ['confirmed', 'dropped', 'confirmed'],
    ]);
    expect(revoked.changes[2].former.stars).toBe(4);
    expect([await shown(product.slug), await starsInList('Mật ong rừng tràm')]).toEqual([null, null]);
    expect((await http('POST', `/recognitions/${id}/revocation`, { as: two, body: { reason } })).body.code).toBe(
      'recognition.not-standing',
    );
  });

  it('reminds the household 90, 60 and 30 days before the last day, each time once, and lists what ends', async () => {
    const household = await given.household({ name: 'Hộ sắp hết hạn' });
    await sql(given.world.db.read, `update households.household set phone = '+84500004321' where id = $1`, [household.id]);
    const product = await given.product({ of: household, name: 'Trà hoa vàng' });
    const official = given.official('92');
    const { body } = await http('POST', '/recognitions', { as: official, body: { productId: product.id, ...decision() } });
    await http('POST', `/recognitions/${body.id}/confirmation`, { as: given.official('VN') });
    const sent = async (day: string) => {
      given.world.clock.set(new Date(`${day}T01:00:00Z`));
      await Promise.all([given.world.get(RemindOfExpiry).run(), given.world.get(RemindOfExpiry).run()]);
      await given.world.get(RemindOfExpiry).run();
      const text = `select body from platform.message where recipient = '+84500004321' order by sent_at`;
      return (await sql<{ body: string }>(given.world.db.read, text)).map((message) => /còn \d+ ngày/.exec(message.body)![0]);
    };
    expect(await sent('2026-12-14')).toEqual([]);
    expect(await sent('2026-12-15')).toEqual(['còn 90 ngày']);
    // Nobody worked on the 60th day: the step is told late, not left out.
    expect(await sent('2027-01-16')).toEqual(['còn 90 ngày', 'còn 58 ngày']);
    const ending = await http('GET', '/recognitions/expiring?limit=100', { as: official });
    expect(ending.body.data).toContainEqual(expect.objectContaining({ id: body.id, endsWithinDays: 60 }));
    expect((await http('GET', '/recognitions/expiring?limit=100', { as: given.official('01') })).body.data).toEqual([]);
    expect(await sent('2027-02-13')).toHaveLength(3);
    expect(await sent('2027-03-16')).toHaveLength(3);
  });

  it('brings a product of a list in once, its stars declared, and finds it again under another spelling or a new name', async () => {
    const household = await given.household();
    const bring = (name: string, more: object = {}) =>
      given.world.db.transaction((tx) =>
        given.world
          .get(ImportDraftProduct)
          .run(tx, { householdId: household.id, name, setCode: '9', recognition: { stars: 4, year: 2022 }, ...more }),
      );
    const first = await bring('Nước mắm Hòa Hiệp');
    expect(first).toMatchObject({ created: true, recognitionCreated: true, slug: 'nuoc-mam-hoa-hiep' });
    const desk = (await http('GET', `/household/products/${first.productId}`, { as: household.as })).body;
    expect(desk).toMatchObject({ state: 'draft', missingToPublish: ['image', 'netContent', 'price', 'stock'] });
    // Of 2022 only the year is known: at the latest it ran out on the last day of 2025.
    expect(desk.recognition).toMatchObject({ status: 'declared', stars: null, expiresOn: '2025-12-31', expired: true });
    for (const again of ['NƯỚC MẮM  HOÀ HIỆP', 'Nước mắm Hòa Hiệp'.normalize('NFD')])
      expect(await bring(again)).toEqual({ ...first, created: false, recognitionCreated: false });
    await http('PATCH', `/products/${first.productId}`, { as: household.as, body: { name: 'Nước mắm nhĩ' } });
    expect(await bring('Nước mắm Hòa Hiệp')).toMatchObject({ productId: first.productId, created: false });
    expect(await bring('Nước mắm Hóa Hiệp')).toMatchObject({ created: true });
    expect(await bring('Nước mắm Hòa Hiệp', { recognition: { stars: 5, year: 2025 } })).toMatchObject({
      created: false,
      recognitionCreated: true,
    });
    const [one, two] = await Promise.all([bring('Mắm ruốc'), bring('Mắm ruốc')]);
    expect([one.created, two.created].toSorted()).toEqual([false, true]);
    expect(one.productId).toBe(two.productId);
  });
});
