import { randomUUID } from 'node:crypto';
import { MakeLot, RecallLot } from '@choxa/labelling';
import { sql } from '@choxa/platform';
import { ParcelAccepted, ParcelDelivered, ParcelReturned, ParcelStatusChanged } from '@choxa/postal-contract';
import { OfficesForTests, OrdersWorld, RequestsHeard, type Seller } from '../orders.factory.js';

// What the lines of an order hold of which lot; where it is to go; how many unpaid orders one phone may have.
describe('checking out', () => {
  let shop: OrdersWorld;
  let mo: Seller;
  beforeAll(async () => {
    shop = await OrdersWorld.open();
    mo = await shop.seller('Hộ Mơ');
  });
  afterAll(() => shop.world.close());

  const rows = <T = Record<string, unknown>>(text: string, params: unknown[] = []) => sql<T>(shop.world.db.read, text, params);
  const http = (...args: Parameters<OrdersWorld['world']['http']>) => shop.world.http(...args);
  const filled = async (priceVnd = 100_000) => shop.cart({ packId: await shop.pack(mo, { priceVnd }), quantity: 1 });
  const now = () => shop.world.clock.now().toISOString();

  describe('lots', () => {
    const make = async (packId: string, producedOn: string, expiresOn?: string, quantity?: number) =>
      shop.world.get(MakeLot).run(mo.actor, packId, { producedOn, expiresOn, quantity, producedKind: 'production' });
    const lotsOf = async (number: string) =>
      (
        await rows<{ lotCode: string; quantity: number; label: string }>(
          `select held.lot_code as "lotCode", held.quantity, line.label ->> 'lotCode' as label from orders.order_line_lot held
             join orders.order_line line on line.id = held.order_line_id join orders.seller_order part on part.id = line.seller_order_id
             join orders."order" whole on whole.id = part.order_id where whole.number = $1 and held.source = 'allotted' order by held.lot_code`,
          [number],
        )
      ).map(({ lotCode, quantity, label }) => [lotCode, quantity, label]);
    const buy = async (packId: string, quantity: number) => {
      const { status, body } = await shop.order(await shop.cart({ packId, quantity }));
      expect(status).toBe(201);
      return body as { number: string; sellerOrders: { id: string }[] };
    };

    it('leave first that expire first; the line keeps the label of the first', async () => {
      const packId = await shop.pack(mo, { stock: 99 });
      const later = await make(packId, '2026-11-01', '2027-11-01');
      const sooner = await make(packId, '2026-11-02', '2026-12-31', 3);
      await make(packId, '2026-10-01', '2026-11-01');
      expect(await lotsOf((await buy(packId, 2)).number)).toEqual([[sooner.code, 2, sooner.code]]);
      const second = await buy(packId, 2);
      expect(await lotsOf(second.number)).toEqual([
        [later.code, 1, sooner.code],
        [sooner.code, 1, sooner.code],
      ]);
      expect(await lotsOf((await buy(packId, 1)).number)).toEqual([[later.code, 1, later.code]]);
      await http('POST', `/seller-orders/${second.sellerOrders[0]!.id}/cancellation`, { as: mo.actor, body: { reason: 'spoiled' } });
      expect(await lotsOf((await buy(packId, 1)).number)).toEqual([[sooner.code, 1, sooner.code]]);
    });

    it('are never taken twice by rivals, nor from a recalled one', async () => {
      const packId = await shop.pack(mo, { stock: 99 });
      const few = await make(packId, '2026-11-02', '2026-12-31', 5);
      await make(packId, '2026-11-01', '2027-11-01');
      const carts = await Promise.all(Array.from({ length: 8 }, () => shop.cart({ packId, quantity: 1 })));
      const answers = await Promise.all(carts.map((cart) => shop.order(cart)));
      expect(answers.map(({ status }) => status)).toEqual(carts.map(() => 201));
      const taken = async () =>
        (
          await rows<{ n: number }>('select coalesce(sum(quantity), 0)::int as n from orders.order_line_lot where lot_id = $1', [few.id])
        )[0]!.n;
      expect(await taken()).toBe(5);
      const other = await shop.pack(mo, { stock: 9 });
      const bad = await make(other, '2026-11-02', '2026-12-31');
      const good = await make(other, '2026-11-03', '2027-12-31');
      await shop.world.get(RecallLot).run(mo.actor, bad.id, { scope: 'lot', reason: 'spoiled', note: 'Bị mốc, xin đừng dùng.' });
      await shop.world.drain();
      expect(await lotsOf((await buy(other, 1)).number)).toEqual([[good.code, 1, good.code]]);
    });

    it('of a pack that has none are none', async () => {
      expect(await lotsOf((await buy(await shop.pack(mo), 1)).number)).toEqual([]);
    });
  });

  describe('where it is to go', () => {
    const asked = async (sellerOrderId: string) => {
      await shop.world.drain();
      return shop.world.get(RequestsHeard).heard.find(({ senderReference }) => senderReference === sellerOrderId)!;
    };

    it('is a counter of the operator that carries it, and of no other', async () => {
      const cookie = await filled();
      const { body } = await http('GET', '/cart/offices?province=79&commune=26740', { cookie });
      const { code, name, communeName } = OfficesForTests.COUNTER;
      expect(body.data).toEqual([{ code, name, communeName }]);
      expect((await http('GET', '/cart/offices?province=01', { cookie })).body.data).toEqual([]);
      const refused = await shop.order(cookie, { officeCode: 'SH-01-01' });
      expect([refused.status, refused.body.code, refused.body.errors[0].pointer]).toEqual([422, 'office.unknown', '/officeCode']);
      const placed = await shop.order(cookie, { officeCode: code });
      const [order] = await rows('select office_code, office_name from orders."order" where number = $1', [placed.body.number]);
      expect(order).toEqual({ office_code: code, office_name: name });
      expect(await asked(placed.body.sellerOrders[0].id)).toMatchObject({ gift: false, deliverTo: { kind: 'office', officeCode: code } });
    });

    it('may be told exactly, and be a present; half a point is refused and loses nothing', async () => {
      const cookie = await filled();
      const half = await shop.order(cookie, { latitude: 10.7 });
      expect([half.status, half.body.errors[0].pointer]).toEqual([422, '/longitude']);
      for (const wrong of [{ digitalAddress: '123' }, { latitude: 91, longitude: 0 }])
        expect((await shop.order(cookie, wrong)).status).toBe(400);
      const wishes = { digitalAddress: '70000ABC1234', latitude: 10.7769, longitude: 106.7009, gift: true };
      const { body } = await shop.order(cookie, wishes);
      const [order] = await rows(
        'select digital_address as "digitalAddress", latitude, longitude, gift from orders."order" where number = $1',
        [body.number],
      );
      expect(order).toEqual(wishes);
      expect(await asked(body.sellerOrders[0].id)).toMatchObject({
        gift: true,
        deliverTo: { kind: 'address', digitalAddress: '70000ABC1234', point: { latitude: 10.7769, longitude: 106.7009 } },
      });
    });

    it('may be looked into before it is taken, until the household says otherwise; what was ordered before stays', async () => {
      const sealed = await shop.seller('Hộ niêm kín');
      const packId = await shop.pack(sealed);
      const buy = async () => {
        const cookie = await shop.cart({ packId, quantity: 1 });
        const shown = (await http('GET', '/cart', { cookie })).body.households[0].inspection;
        const { body } = await shop.order(cookie);
        const page = () => http('GET', `/orders/${body.number}?key=${body.accessKey}`);
        return { shown, page, posting: (await asked(body.sellerOrders[0].id)).inspection };
      };
      const before = await buy();
      await http('PATCH', '/household/profile', { as: sealed.actor, body: { inspection: false } });
      const after = await buy();
      expect([before.shown, before.posting, after.shown, after.posting]).toEqual([true, true, false, false]);
      const onPage = async ({ page }: typeof before) => (await page()).body.sellerOrders[0].inspection;
      expect([await onPage(before), await onPage(after)]).toEqual([true, false]);
    });
  });

  describe('an answer that was lost', () => {
    it('is given again to the same key, and to nobody else', async () => {
      const cookie = await filled();
      const key = randomUUID();
      const placedBy = (who: string, headers = { 'idempotency-key': key }) => http('GET', '/orders/placed', { cookie: who, headers });
      expect((await placedBy(cookie)).status).toBe(404);
      const { text, body } = await shop.order(cookie, { phone: '0500000711' }, { key });
      expect((await shop.order(cookie, { phone: '0500000711' }, { key })).text).toBe(text);
      expect((await placedBy(cookie)).text).toBe(text);
      expect((await placedBy(await filled())).status).toBe(404);
      expect((await placedBy('')).status).toBe(404);
      expect((await rows('select 1 from orders."order" where number = $1', [body.number])).length).toBe(1);
    });

    it('makes one order of one cart, even under two keys at once', async () => {
      const cookie = await filled();
      const answers = await Promise.all([1, 2, 3, 4].map(() => shop.order(cookie, { phone: '0500000712' })));
      expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409]);
    });
  });

  describe('cash on delivery', () => {
    const another = async (phone: string, more: { priceVnd?: number; cookie?: string } = {}) => {
      const { status, body } = await shop.order(more.cookie ?? (await filled(more.priceVnd)), { phone });
      return { status, code: body.code as string | undefined, id: body.sellerOrders?.[0].id as string };
    };

    it('asks from the third order under way whose phone it is, and takes the code of that cart', async () => {
      const phone = '0500000801';
      for (const _ of [1, 2]) expect((await another(phone)).status).toBe(201);
      const cookie = await filled();
      expect(await another(phone, { cookie })).toMatchObject({ status: 409, code: 'cod.verify-phone' });
      expect((await http('GET', '/cart', { cookie })).body.count).toBe(1);
      expect((await http('POST', '/cart/phone-codes', { cookie, body: { phone } })).status).toBe(202);
      const [sent] = await rows<{ body: string }>(
        `select body from platform.message where recipient = '+84500000801' and template = 'identity.code'`,
      );
      const code = /\d{6}/.exec(sent!.body)![0];
      const prove = (who: string, given: string) => http('POST', '/cart/phone-proofs', { cookie: who, body: { phone, code: given } });
      expect((await prove(await filled(), code)).body.code).toBe('code.expired');
      expect((await prove(cookie, code === '000000' ? '000001' : '000000')).body.code).toBe('code.wrong');
      expect((await prove(cookie, code)).status).toBe(204);
      expect((await another(phone, { cookie })).status).toBe(201);
      expect((await another(phone)).code).toBe('cod.verify-phone');
    });

    it('asks above an amount, but not somebody signed in with that phone', async () => {
      const buyer = await shop.account();
      const cookie = await filled(3_100_000);
      expect((await another(buyer.phone, { cookie })).code).toBe('cod.verify-phone');
      expect((await shop.order(cookie, { phone: buyer.phone }, { as: buyer })).status).toBe(201);
    });

    it('lets no rivals pass a limit together', async () => {
      const carts = await Promise.all([1, 2, 3, 4, 5, 6].map(() => filled()));
      const answers = await Promise.all(carts.map((cookie) => another('0500000803', { cookie })));
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
      expect(answers.filter(({ code }) => code === 'cod.verify-phone')).toHaveLength(4);
    });

    it('is over for a phone that refused three parcels within 180 days, and open again later', async () => {
      const phone = '0500000804';
      const refuse = async (id: string) => {
        await shop.post(ParcelAccepted, { number: 'n', senderReference: id, acceptedAt: now(), weightGrams: 500, checks: [] });
        await shop.post(ParcelStatusChanged, { number: 'n', senderReference: id, state: 'returning', at: now() });
        await shop.post(ParcelReturned, { number: 'n', senderReference: id, returnedAt: now() });
      };
      for (const _ of [1, 2, 3]) await refuse((await another(phone)).id);
      expect(await another(phone)).toMatchObject({ status: 409, code: 'cod.prepay-only' });
      const before = shop.world.clock.now();
      shop.world.clock.advance(181 * 86_400_000);
      expect((await another(phone)).status).toBe(201);
      shop.world.clock.set(before);
    });

    it('counts by rules in a table: a row changes them from its day on', async () => {
      const phone = '0500000805';
      const { id } = await another(phone);
      await shop.post(ParcelAccepted, { number: 'n', senderReference: id, acceptedAt: now(), weightGrams: 500, checks: [] });
      await shop.post(ParcelDelivered, {
        number: 'n',
        senderReference: id,
        deliveredAt: now(),
        deliveryPlace: 'address',
        codCollectedVnd: 1,
      });
      await rows(
        `insert into orders.order_limit (rule, value, valid_from, valid_to, basis) values ('unverified-open-orders', 0, $1, $1, 'test')`,
        ['2027-05-01'],
      );
      expect((await another(phone)).status).toBe(201);
      const before = shop.world.clock.now();
      shop.world.clock.set(new Date('2027-05-01T02:00:00Z'));
      expect((await another(phone)).code).toBe('cod.verify-phone');
      shop.world.clock.set(before);
    });
  });
});
