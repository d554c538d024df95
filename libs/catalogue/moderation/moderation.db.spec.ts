import { sql } from '@choxa/platform';
import { anActor, testWorld, type World } from '@choxa/testing';
import { CATALOGUE_WORLD, CatalogueGiven } from '../catalogue.factory.js';
import { PacksForSale } from '../index.js';

describe('moderation', () => {
  let given: CatalogueGiven<World>;
  beforeAll(async () => {
    given = new CatalogueGiven(await testWorld(CATALOGUE_WORLD), anActor);
  });
  afterAll(() => given.world.close());

  const http = (...args: Parameters<World['http']>) => given.world.http(...args);
  const nation = () => given.official('VN');
  const order = (productId: string, more: object = {}) => ({
    ...{ productId, authority: 'Chi cục Quản lý thị trường', documentNumber: '12/QLTT', reason: 'Nhãn ghi sai thành phần' },
    requestedAt: new Date(given.world.clock.now().getTime() - 3_600_000).toISOString(),
    ...more,
  });
  const takeDown = (productId: string, more?: object, as = nation()) => http('POST', '/takedowns', { as, body: order(productId, more) });

  it('takes a product off every shelf at once, and its address says so', async () => {
    const product = await given.product({ name: 'Tương ớt cay xé' });
    const down = await takeDown(product.id);
    expect([down.status, down.body.state, down.body.late]).toEqual([201, 'in_force', false]);
    expect(Date.parse(down.body.dueAt) - Date.parse(down.body.requestedAt)).toBe(24 * 3_600_000);
    expect(await given.names('Tương ớt cay xé')).toEqual([]);
    const page = await http('GET', `/products/${product.slug}`);
    expect([page.status, page.body.code]).toEqual([410, 'product.taken-down']);
    const pack = (await given.world.get(PacksForSale).byIds(given.world.db.read, [product.packId])).get(product.packId);
    expect(pack?.published).toBe(false);
    expect((await takeDown(product.id)).body.code).toBe('takedown.in-force');
  });

  it('cannot be undone by the household, which sees why, is told, and may appeal once', async () => {
    const product = await given.product();
    const { as, id: householdId } = product.owner;
    await sql(given.world.db.read, `update households.household set phone = '+84501234567' where id = $1`, [householdId]);
    const takedown = (await takeDown(product.id)).body;
    await http('DELETE', `/products/${product.id}/publication`, { as });
    const again = await http('POST', `/products/${product.id}/publication`, { as });
    expect([again.status, again.body.code]).toEqual([409, 'product.under-takedown']);
    const desk = (await http('GET', `/household/products/${product.id}`, { as })).body;
    expect(desk.takedown).toMatchObject({ id: takedown.id, reason: 'Nhãn ghi sai thành phần', state: 'in_force', appeal: null });
    const [message] = await sql<{ body: string }>(
      given.world.db.read,
      `select body from platform.message where recipient = '+84501234567'`,
    );
    expect(message!.body).toContain('Nhãn ghi sai thành phần');
    const appeal = (text: string) => http('PUT', `/takedowns/${takedown.id}/appeal`, { as, body: { appeal: text } });
    expect((await appeal('Đã in lại nhãn')).body.takedown).toMatchObject({ state: 'appealed', appeal: 'Đã in lại nhãn' });
    const waiting = await http('GET', '/takedowns?state=appealed', { as: nation() });
    expect(waiting.body.data).toMatchObject([{ id: takedown.id, appeal: 'Đã in lại nhãn' }]);
    const upheld = { decision: 'upheld', note: 'Nhãn mới vẫn thiếu thành phần' };
    await http('PUT', `/takedowns/${takedown.id}/decision`, { as: nation(), body: upheld });
    expect((await appeal('Lần nữa')).body.code).toBe('takedown.decided');
  });

  it('ends with the official’s word: restored, it is on sale as the household left it', async () => {
    const product = await given.product({ name: 'Mắm ruốc Huế' });
    const { id } = (await takeDown(product.id)).body;
    const decide = (decision: string, as = nation()) =>
      http('PUT', `/takedowns/${id}/decision`, { as, body: { decision, note: 'Đã xem lại' } });
    expect((await decide('upheld')).body.code).toBe('takedown.no-appeal');
    expect((await decide('restored')).body).toMatchObject({ state: 'restored', decision: 'restored' });
    expect(await given.names('Mắm ruốc Huế')).toEqual(['Mắm ruốc Huế']);
    expect((await http('GET', `/products/${product.slug}`)).status).toBe(200);
    expect((await decide('restored')).body.code).toBe('takedown.over');
    expect((await takeDown(product.id)).status).toBe(201);
  });

  it('counts the hours from the request and says when they were not enough', async () => {
    const product = await given.product();
    const requestedAt = new Date(given.world.clock.now().getTime() - 25 * 3_600_000).toISOString();
    expect((await takeDown(product.id, { requestedAt })).body.late).toBe(true);
    const future = new Date(given.world.clock.now().getTime() + 60_000).toISOString();
    expect((await takeDown(product.id, { requestedAt: future })).body.code).toBe('takedown.future');
  });

  it('is for the officials of the province alone', async () => {
    const product = await given.product();
    const { body } = await takeDown(product.id);
    const [stranger, neighbour] = [(await given.household()).as, given.official('01')];
    expect((await takeDown(product.id, {}, stranger)).status).toBe(403);
    expect((await takeDown(product.id, {}, neighbour)).status).toBe(404);
    expect((await http('GET', '/takedowns', { as: neighbour })).body.data).toEqual([]);
    const decision = { decision: 'restored', note: 'Tự gỡ' };
    expect((await http('PUT', `/takedowns/${body.id}/decision`, { as: neighbour, body: decision })).status).toBe(404);
    expect((await http('PUT', `/takedowns/${body.id}/appeal`, { as: stranger, body: { appeal: 'Của tôi' } })).status).toBe(404);
    expect((await takeDown((await given.product({ draft: true })).id)).status).toBe(404);
  });

  describe('a report', () => {
    const from = (address: string) => ({ 'x-forwarded-for': address });
    const send = (slug: string, address: string, body: object = { category: 'unsafe', text: 'Có mùi lạ' }) =>
      http('POST', `/products/${slug}/reports`, { headers: from(address), body });

    it('needs no sign-in, reaches the officials of the province, and its sender learns what came of it', async () => {
      const product = await given.product({ name: 'Chả cá Lý Sơn' });
      const sent = await send(product.slug, '203.0.113.1');
      expect(sent.status).toBe(201);
      const status = async () => (await http('GET', `/product-reports/${sent.body.code.toLowerCase()}`)).body;
      expect(await status()).toMatchObject({ productName: 'Chả cá Lý Sơn', category: 'unsafe', outcome: null });
      expect(await status()).not.toHaveProperty('text');
      const open = (await http('GET', '/product-reports', { as: given.official('92') })).body.data;
      const { id } = open.find((one: { productId: string }) => one.productId === product.id);
      const answer = { outcome: 'corrected', note: 'Hộ đã đổi lô hàng' };
      const handle = (as = given.official('92')) => http('PUT', `/product-reports/${id}/outcome`, { as, body: answer });
      expect((await handle(given.official('01'))).status).toBe(404);
      expect((await handle()).status).toBe(204);
      expect((await handle()).body.code).toBe('report.handled');
      expect(await status()).toMatchObject({ outcome: 'corrected', note: 'Hộ đã đổi lô hàng' });
      expect((await http('GET', '/product-reports', { as: given.official('01') })).body.data).toEqual([]);
      expect((await http('GET', '/product-reports', { as: product.owner.as })).status).toBe(403);
    });

    it('is answered by a takedown', async () => {
      const product = await given.product();
      const { code } = (await send(product.slug, '203.0.113.2')).body;
      await takeDown(product.id);
      expect((await http('GET', `/product-reports/${code}`)).body.outcome).toBe('taken_down');
      expect((await send(product.slug, '203.0.113.2')).status).toBe(404);
    });

    it('is taken five times an hour from one address, and thirty times on one product', async () => {
      const [one, other] = [await given.product(), await given.product()];
      for (let i = 0; i < 5; i += 1) expect((await send(one.slug, '203.0.113.3')).status).toBe(201);
      const sixth = await send(other.slug, '203.0.113.3');
      expect([sixth.status, sixth.headers['retry-after']]).toEqual([429, '3600']);
      for (let i = 0; i < 25; i += 1) expect((await send(one.slug, `203.0.113.${100 + i}`)).status).toBe(201);
      expect((await send(one.slug, '203.0.113.99')).status).toBe(429);
      expect((await send(other.slug, '203.0.113.99')).status).toBe(201);
    });

    it('is refused without a category, with unknown fields, and of a draft', async () => {
      const [product, draft] = [await given.product(), await given.product({ draft: true })];
      expect((await send(product.slug, '203.0.113.4', {})).status).toBe(400);
      expect((await send(product.slug, '203.0.113.4', { category: 'unsafe', outcome: 'corrected' })).status).toBe(400);
      expect((await send(draft.slug, '203.0.113.4')).status).toBe(404);
      expect((await http('GET', '/product-reports/2222222222')).status).toBe(404);
    });
  });
});
