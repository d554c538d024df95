import { randomUUID } from 'node:crypto';
import { catalogueLib, TakeDownProduct } from '@choxa/catalogue';
import { drift, platformLib, sql, type Actor } from '@choxa/platform';
import { ParcelReturned } from '@choxa/postal-contract';
import { anActor } from '@choxa/testing';
import sharp from 'sharp';
import { OrdersWorld, type Seller } from '../orders.factory.js';
import { pathOf, Reviewing, type Bought } from './reviewing.factory.js';

const DAY_MS = 86_400_000;
const HOSTILE = `<script>alert(1)</script>"><img src=x onerror=alert(1)>{{1}}`;

// Long because one application serves reviews and questions: each of its own would cost seconds.
describe('reviews and questions', () => {
  let shop: OrdersWorld;
  let mo: Seller;
  let buyers: Reviewing;
  beforeAll(async () => {
    shop = await OrdersWorld.open();
    buyers = new Reviewing(shop);
    mo = await shop.seller('Hộ Mơ');
    await rows(`update households.household set phone = '+84501230001' where id = $1`, [mo.householdId]);
  }, 90_000);
  afterAll(() => shop.world.close());

  const rows = <T = Record<string, unknown>>(text: string, params: unknown[] = []) => sql<T>(shop.world.db.read, text, params);
  const http = (...args: Parameters<OrdersWorld['world']['http']>) => shop.world.http(...args);
  const official = (province = '68') => anActor({ role: 'official', scopeKind: 'province', scopeId: province });

  it('have no drift', async () => {
    expect(await drift(shop.world.config.databaseUrl, [platformLib, catalogueLib])).toEqual([]);
  });

  describe('the right to review', () => {
    it('is the buyer’s alone: by the order’s key or the account that ordered, and only once the goods have arrived', async () => {
      const packId = await shop.pack(mo);
      const [buyer, stranger] = [await shop.account(), await shop.account()];
      const bought = await buyers.buy(packId, { as: buyer });
      const before = await buyers.write(bought, { stars: 5 });
      expect([before.status, before.body.code]).toEqual([404, 'not-found']);
      await buyers.deliver(bought);
      const other = await buyers.received(await shop.pack(mo));
      for (const refused of [
        await buyers.write(bought, { stars: 1 }, {}),
        await buyers.write(bought, { stars: 1 }, { key: 'sai' }),
        await buyers.write(bought, { stars: 1 }, { key: other.key }),
        await buyers.write(bought, { stars: 1 }, { as: stranger }),
        await buyers.write({ ...bought, number: other.number }, { stars: 1 }, { key: other.key }),
        await buyers.write({ ...bought, lineId: randomUUID() }, { stars: 1 }),
      ])
        expect([refused.status, refused.body.code]).toEqual([404, 'not-found']);
      expect((await buyers.shown(bought.slug)).data).toEqual([]);
      expect((await buyers.write(bought, { stars: 4 }, { as: buyer })).status).toBe(200);
      expect((await buyers.shown(bought.slug)).rating).toEqual({ count: 1, average: 4, starCounts: [0, 0, 0, 1, 0] });
    });

    it('goes with goods that go back, and is nobody’s over the own household’s goods', async () => {
      const packId = await shop.pack(mo);
      const back = await buyers.received(packId);
      await shop.post(ParcelReturned, {
        number: 'n',
        senderReference: back.sellerOrderId,
        returnedAt: shop.world.clock.now().toISOString(),
      });
      const [state] = await rows<{ state: string }>('select state from orders.seller_order where id = $1', [back.sellerOrderId]);
      expect([state!.state, (await buyers.write(back, { stars: 1 })).status]).toEqual(['returned', 404]);
      const own = await buyers.received(packId, { as: mo.actor });
      expect((await buyers.write(own, { stars: 5 }, { as: mo.actor })).body.code).toBe('review.own-goods');
      const byPhone = await buyers.received(packId, { phone: '0501230001' });
      expect((await buyers.write(byPhone, { stars: 5 })).body.code).toBe('review.own-goods');
    });
  });

  describe('a review', () => {
    it('is one for each line, shown with a short name, and tells the household', async () => {
      const packId = await shop.pack(mo);
      const bought = await buyers.received(packId, { recipientName: 'Nguyễn Thị Tâm' });
      await Promise.all([1, 2, 3].map(() => buyers.write(bought, { stars: 3, text: 'Được' })));
      await buyers.write(bought, { stars: 5, text: `Thơm ${HOSTILE}` });
      const { data, rating } = await buyers.shown(bought.slug);
      expect(data).toMatchObject([{ authorName: 'Nguyễn T.', stars: 5, edited: true, text: `Thơm ${HOSTILE}`, reply: null }]);
      expect(rating).toEqual({ count: 1, average: 5, starCounts: [0, 0, 0, 0, 1] });
      expect(JSON.stringify(data)).not.toMatch(/Tâm|0500000777|500000777/);
      const [told] = await rows(
        `select count(*)::int as n from platform.message where template = 'catalogue.reviewed' and recipient = $1`,
        ['+84501230001'],
      );
      expect(told!.n).toBeGreaterThan(0);
      expect((await http('GET', `/products/${bought.slug}`)).body.rating).toEqual(rating);
    });

    it('takes stars from one to five and known fields alone', async () => {
      const bought = await buyers.received(await shop.pack(mo));
      for (const body of [
        {},
        { stars: 0 },
        { stars: 6 },
        { stars: 4.5 },
        { stars: 5, authorName: 'Ai đó' },
        { stars: 5, text: 'x'.repeat(2001) },
      ])
        expect((await buyers.write(bought, body)).status).toBe(400);
    });

    it('can be changed for thirty days, and not after', async () => {
      const bought = await buyers.received(await shop.pack(mo));
      await buyers.write(bought, { stars: 2 });
      shop.world.clock.advance(30 * DAY_MS + 1_000);
      const late = await buyers.write(bought, { stars: 5 });
      expect([late.status, late.body.code]).toEqual([409, 'review.closed']);
      const { data } = (await http('GET', `/orders/${bought.number}/reviews?key=${bought.key}`)).body;
      expect(data).toMatchObject([{ lineId: bought.lineId, review: { stars: 2, editable: false } }]);
    });

    it('carries up to three pictures, made anew', async () => {
      const bought = await buyers.received(await shop.pack(mo));
      await buyers.write(bought, { stars: 4 });
      const send = async (colour: string, suffix = `?key=${bought.key}`) => {
        const file = await sharp({ create: { width: 40, height: 30, channels: 3, background: colour } })
          .jpeg()
          .toBuffer();
        return buyers.upload(`${pathOf(bought)}/images${suffix}`, file);
      };
      expect((await send('#111', '')).status).toBe(404);
      for (const colour of ['#111', '#222', '#222', '#333']) expect((await send(colour)).status).toBe(200);
      expect((await send('#444')).body.code).toBe('review.pictures');
      expect((await buyers.upload(`${pathOf(bought)}/images?key=${bought.key}`, Buffer.from('<svg/>'))).body.code).toBe('image.unreadable');
      const [review] = (await buyers.shown(bought.slug)).data;
      expect(review.pictures).toHaveLength(3);
      const picture = await http('GET', review.pictures[0].url.replace('/api/v1', ''));
      expect([picture.status, picture.headers['content-type']]).toEqual([200, 'image/webp']);
      const own = (await http('GET', `/orders/${bought.number}/reviews?key=${bought.key}`)).body.data[0].review;
      expect((await http('DELETE', `${pathOf(bought)}/images/${own.pictures[0].id}?key=${bought.key}`)).status).toBe(204);
      expect((await buyers.shown(bought.slug)).data[0].pictures).toHaveLength(2);
    });

    it('is replied to by its household alone, which may say it better', async () => {
      const bought = await buyers.received(await shop.pack(mo));
      await buyers.write(bought, { stars: 1, text: 'Vỡ gói' });
      const [{ id }] = (await buyers.shown(bought.slug)).data;
      const ba = await shop.seller('Hộ Ba khác', '05503');
      const reply = (as: Actor, text: string) => http('PUT', `/reviews/${id}/reply`, { as, body: { text } });
      expect((await reply(ba.actor, 'Của tôi')).status).toBe(404);
      const waiting = async (as: Actor) => (await http('GET', '/household/reviews?state=waiting', { as })).body.data as { id: string }[];
      expect((await waiting(mo.actor)).map((one) => one.id)).toContain(id);
      expect(await waiting(ba.actor)).toEqual([]);
      await reply(mo.actor, 'Xin lỗi');
      await reply(mo.actor, `Xin gửi gói khác ${HOSTILE}`);
      expect((await buyers.shown(bought.slug)).data[0]).toMatchObject({ reply: `Xin gửi gói khác ${HOSTILE}` });
      expect((await waiting(mo.actor)).map((one) => one.id)).not.toContain(id);
    });

    it('pages from the newest to the oldest, for the product and for its household', async () => {
      const ba = await shop.seller('Hộ nhiều lời khen');
      const packId = await shop.pack(ba);
      const stars = [5, 5, 4];
      const all: Bought[] = [];
      for (const star of stars) {
        const bought = await buyers.received(packId);
        shop.world.clock.advance(1_000);
        await buyers.write(bought, { stars: star });
        all.push(bought);
      }
      const first = await buyers.shown(all[0]!.slug, '?limit=2');
      const second = await buyers.shown(all[0]!.slug, `?limit=2&cursor=${first.next}`);
      expect([...first.data, ...second.data].map((one) => one.stars)).toEqual([4, 5, 5]);
      expect([first.rating.average, second.next]).toEqual([4.6, null]);
      const { household } = (await http('GET', `/products/${all[0]!.slug}`)).body;
      const ofHousehold = (await http('GET', `/households/${household.slug}/reviews`)).body;
      expect(ofHousehold).toMatchObject({ rating: { count: 3, average: 4.6 }, next: null });
      expect(ofHousehold.data).toHaveLength(3);
    });
  });

  describe('what should not stand', () => {
    const from = (address: string) => ({ 'x-forwarded-for': address });

    it('is reported without a name, hidden by an official of the province, and its author learns why and may appeal', async () => {
      const bought = await buyers.received(await shop.pack(mo));
      await buyers.write(bought, { stars: 1, text: 'Lời thô tục' });
      const [{ id }] = (await buyers.shown(bought.slug)).data;
      const report = await http('POST', `/reviews/${id}/reports`, { headers: from('203.0.113.40'), body: { category: 'offensive' } });
      expect(report.status).toBe(201);
      const open = async () =>
        (
          (await http('GET', '/product-reports?limit=100', { as: official() })).body.data as {
            id: string;
            remark: { id: string } | null;
            category: string;
          }[]
        ).filter((one) => one.remark?.id === id);
      expect(await open()).toMatchObject([
        { category: 'offensive', remark: { kind: 'review', stars: 1, text: 'Lời thô tục', hiddenReason: null } },
      ]);
      const hide = (as: Actor) => http('PUT', `/reviews/${id}/hiding`, { as, body: { reason: 'Xúc phạm người bán' } });
      expect([(await hide(official('01'))).status, (await hide(mo.actor)).status]).toEqual([404, 403]);
      expect((await hide(official())).status).toBe(204);
      expect((await hide(official())).body.code).toBe('remark.hidden');
      expect(await buyers.shown(bought.slug)).toMatchObject({ data: [], rating: null });
      expect((await http('GET', `/product-reports/${report.body.code}`)).body).toMatchObject({
        outcome: 'hidden',
        note: 'Xúc phạm người bán',
      });
      expect((await http('POST', `/reviews/${id}/reports`, { body: { category: 'other' } })).status).toBe(404);
      const [told] = await rows<{ body: string }>(`select body from platform.message where template = 'catalogue.review-hidden'`);
      expect(told!.body).toContain('Xúc phạm người bán');

      const own = async () => (await http('GET', `/orders/${bought.number}/reviews?key=${bought.key}`)).body.data[0].review;
      expect(await own()).toMatchObject({ hiddenReason: 'Xúc phạm người bán', appeal: null });
      const appeal = () => http('POST', `${pathOf(bought)}/appeal?key=${bought.key}`, { body: { text: 'Tôi chỉ nói thật' } });
      expect([(await appeal()).status, (await appeal()).body.code]).toEqual([204, 'review.appealed']);
      expect(await own()).toMatchObject({ appeal: 'waiting' });
      expect(await open()).toMatchObject([{ category: 'appeal', text: 'Tôi chỉ nói thật' }]);
      const [refusal] = await open();
      await http('PUT', `/product-reports/${refusal!.id}/outcome`, {
        as: official(),
        body: { outcome: 'unfounded', note: 'Vẫn xúc phạm' },
      });
      expect(await own()).toMatchObject({ appeal: 'refused', appealNote: 'Vẫn xúc phạm' });
      expect((await appeal()).status).toBe(204);
      expect((await http('DELETE', `/reviews/${id}/hiding`, { as: official() })).status).toBe(204);
      expect((await buyers.shown(bought.slug)).rating).toMatchObject({ count: 1 });
      expect([(await own()).hiddenReason, await open(), (await appeal()).body.code]).toEqual([null, [], 'review.not-hidden']);
    });

    it('is limited with the reports about the product itself', async () => {
      const bought = await buyers.received(await shop.pack(mo));
      await buyers.write(bought, { stars: 1 });
      const [{ id }] = (await buyers.shown(bought.slug)).data;
      const send = (to: string, category: string) => http('POST', `${to}/reports`, { headers: from('203.0.113.41'), body: { category } });
      for (let i = 0; i < 5; i += 1) expect((await send(`/reviews/${id}`, 'advert')).status).toBe(201);
      expect((await send(`/products/${bought.slug}`, 'unsafe')).status).toBe(429);
    });

    it('goes out of sight with a product that is taken down, which answers no report about its reviews', async () => {
      const bought = await buyers.received(await shop.pack(mo));
      await buyers.write(bought, { stars: 1 });
      const [{ id }] = (await buyers.shown(bought.slug)).data;
      const { code } = (await http('POST', `/reviews/${id}/reports`, { headers: from('203.0.113.42'), body: { category: 'untrue' } })).body;
      const [product] = await rows<{ id: string }>('select id from catalogue.product where slug = $1', [bought.slug]);
      const letter = { authority: 'Chi cục', documentNumber: '1', reason: 'Sai nhãn', requestedAt: shop.world.clock.now() };
      await shop.world.get(TakeDownProduct).run(official(), { productId: product!.id, ...letter });
      expect((await http('GET', `/products/${bought.slug}/reviews`)).status).toBe(404);
      expect((await http('GET', `/product-reports/${code}`)).body.outcome).toBeNull();
    });
  });

  describe('a question', () => {
    const ask = (slug: string, as: Actor | undefined, text = 'Hạn dùng bao lâu?') =>
      http('POST', `/products/${slug}/questions`, { body: { text }, ...(as ? { as } : {}) });
    const answered = async (slug: string) => (await http('GET', `/products/${slug}/questions`)).body.data;

    it('needs a sign-in, reaches the household, and is public once answered', async () => {
      const { slug } = await buyers.buy(await shop.pack(mo));
      const asker = await shop.account();
      expect((await ask(slug, undefined)).status).toBe(401);
      expect((await ask('khong-co', asker)).status).toBe(404);
      const { id } = (await ask(slug, asker, HOSTILE)).body;
      expect(await answered(slug)).toEqual([]);
      expect((await http('POST', `/questions/${id}/reports`, { body: { category: 'other' } })).status).toBe(404);
      const [told] = await rows(`select count(*)::int as n from platform.message where template = 'catalogue.question-asked'`);
      expect(told!.n).toBeGreaterThan(0);
      const waiting = (await http('GET', '/household/questions?state=waiting', { as: mo.actor })).body.data as { id: string }[];
      expect(waiting.map((one) => one.id)).toContain(id);
      const ba = await shop.seller('Hộ Ba lạ', '05503');
      const answer = (as: Actor, text: string) => http('PUT', `/questions/${id}/answer`, { as, body: { text } });
      expect((await answer(ba.actor, 'Của tôi')).status).toBe(404);
      await answer(mo.actor, 'Sáu tháng');
      await answer(mo.actor, 'Mười hai tháng');
      expect(await answered(slug)).toMatchObject([{ text: HOSTILE, answer: 'Mười hai tháng', authorName: 'Người T.' }]);
      expect(await rows(`select recipient from platform.message where template = 'catalogue.question-answered'`)).toEqual([
        { recipient: asker.phone },
      ]);
      await http('PUT', `/questions/${id}/hiding`, { as: official(), body: { reason: 'Quảng cáo' } });
      expect(await answered(slug)).toEqual([]);
      expect((await answer(mo.actor, 'Nữa')).status).toBe(404);
      await http('DELETE', `/questions/${id}/hiding`, { as: official() });
      expect(await answered(slug)).toHaveLength(1);
    });

    it('is taken five times a day from one account', async () => {
      const { slug } = await buyers.buy(await shop.pack(mo));
      const asker = await shop.account();
      const answers = await Promise.all(Array.from({ length: 8 }, () => ask(slug, asker)));
      expect(answers.map((answer) => answer.status).toSorted()).toEqual([201, 201, 201, 201, 201, 429, 429, 429]);
      shop.world.clock.advance(DAY_MS + 1_000);
      expect((await ask(slug, asker)).status).toBe(201);
    });
  });

  it('the page of a product tells in one answer what its parts tell', async () => {
    const packId = await shop.pack(mo);
    const bought = await buyers.received(packId);
    const parts = async () => {
      const at = `/products/${bought.slug}`;
      const paths = ['', '/related', '/reviews?limit=10', '/questions?limit=5'];
      const [product, related, reviews, questions] = await Promise.all(paths.map(async (path) => (await http('GET', at + path)).body));
      return { product, related, reviews, questions };
    };
    const page = async () => (await http('GET', `/products/${bought.slug}/page`)).body;
    const quiet = await page();
    expect(quiet).toEqual({ ...(await parts()), stages: [] });
    await buyers.write(bought, { stars: 4, text: 'Thơm' });
    const { id } = (await http('POST', `/products/${bought.slug}/questions`, { as: await shop.account(), body: { text: 'Bao lâu?' } }))
      .body;
    await http('PUT', `/questions/${id}/answer`, { as: mo.actor, body: { text: 'Sáu tháng' } });
    const spokenOf = await page();
    expect(spokenOf).toEqual({ ...(await parts()), stages: [] });
    expect([spokenOf.reviews.data, spokenOf.questions.data]).toMatchObject([[{ text: 'Thơm' }], [{ answer: 'Sáu tháng' }]]);
    expect((await http('GET', '/products/khong-co/page')).status).toBe(404);
  });
});
