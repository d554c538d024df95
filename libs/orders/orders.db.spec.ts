import { randomUUID } from 'node:crypto';
import { EditPack, PauseProduct } from '@choxa/catalogue';
import { AllotBarcode, MakeLot } from '@choxa/labelling';
import { drift, platformLib, sql } from '@choxa/platform';
import { ParcelAccepted, ParcelDelivered, ParcelRegistered, ParcelReturned, ParcelStatusChanged } from '@choxa/postal-contract';
import { ordersLib } from './orders.lib.js';
import { Stock } from './stock/stock.js';
import { OrdersWorld, type Seller } from './orders.factory.js';

describe('orders', () => {
  let shop: OrdersWorld;
  let mo: Seller;
  let ba: Seller;

  beforeAll(async () => {
    shop = await OrdersWorld.open();
    [mo, ba] = [await shop.seller('Hộ Mơ'), await shop.seller('Hộ Ba', '05503')];
  }, 90_000);
  afterAll(() => shop.world.close());
  beforeEach(() => {
    shop.quotes.answer = { status: 'quoted', postageVnd: 22_000, codFeeVnd: 0, days: 2, operatorCode: 'mau' };
    shop.quotes.asked = [];
  });

  const rows = <T = Record<string, unknown>>(text: string, params: unknown[] = []) => sql<T>(shop.world.db.read, text, params);
  const stockOf = async (packId: string) =>
    (
      await rows<{ n: number; shown: number }>(
        `select stock.on_hand as n, listing.on_hand as shown from orders.stock join catalogue.listing using (pack_id) where pack_id = $1`,
        [packId],
      )
    )[0];
  const http = (...args: Parameters<OrdersWorld['world']['http']>) => shop.world.http(...args);

  it('has no drift', async () => {
    expect(await drift(shop.world.config.databaseUrl, [platformLib, ordersLib])).toEqual([]);
  });

  describe('the cart', () => {
    it('is recomputed on every look and says what changed', async () => {
      const packId = await shop.pack(mo, { stock: 5, priceVnd: 80_000 });
      const cookie = await shop.cart({ packId, quantity: 3 });
      await shop.world.get(EditPack).run(mo.actor, packId, { priceVnd: 85_000 });
      const dearer = (await http('GET', '/cart?province=79', { cookie })).body;
      expect(dearer.lines[0]).toMatchObject({ priceVnd: 85_000, wasPriceVnd: 80_000, problem: 'price_changed', lineVnd: 255_000 });
      expect(dearer).toMatchObject({ goodsVnd: 255_000, postageVnd: 22_000, totalVnd: 277_000, canOrder: true, count: 3 });
      await http('PUT', `/packs/${packId}/stock`, { as: mo.actor, body: { onHand: 2 } });
      const short = (await http('GET', '/cart', { cookie })).body;
      expect(short.lines[0]).toMatchObject({ problem: 'short', available: 2 });
      expect(short).toMatchObject({ canOrder: false, totalVnd: null });
      const [{ productId }] = (await rows<{ productId: string }>('select product_id as "productId" from catalogue.pack where id = $1', [
        packId,
      ])) as [{ productId: string }];
      await shop.world.get(PauseProduct).run(mo.actor, productId);
      expect((await http('GET', '/cart', { cookie })).body.lines[0].problem).toBe('paused');
    });

    it('keeps a count that a sale has overtaken from being written over, and takes one that arrives twice', async () => {
      const packId = await shop.pack(mo, { stock: 5 });
      const count = async (onHand: number, expected?: number) => {
        const { status, body } = await http('PUT', `/packs/${packId}/stock`, { as: mo.actor, body: { onHand, expected } });
        return [status, body.code ?? body.onHand, body.errors?.[0]?.detail];
      };
      await shop.world.db.transaction((tx) =>
        shop.world.get(Stock).take(tx, [{ packId, quantity: 2, priceVnd: 1 }], shop.world.clock.now()),
      );
      expect(await count(10, 5)).toEqual([409, 'stock.changed', '3']);
      expect(await count(10, 3)).toEqual([200, 10, undefined]);
      expect(await count(10, 3)).toEqual([200, 10, undefined]);
      expect(await count(7)).toEqual([200, 7, undefined]);
      expect(await stockOf(packId)).toEqual({ n: 7, shown: 7 });
    });

    it('is somebody’s own: another cookie sees nothing of it, a made-up one neither', async () => {
      const packId = await shop.pack(mo);
      await shop.cart({ packId, quantity: 1 });
      expect((await http('GET', '/cart', { cookie: `gio=${randomUUID()}` })).body.lines).toEqual([]);
      expect((await http('GET', '/cart', { cookie: `gio=' or 1=1` })).body.lines).toEqual([]);
    });

    it('adds up, stops at 999, and takes a line out with 0', async () => {
      const packId = await shop.pack(mo);
      const cookie = await shop.cart({ packId, quantity: 600 }, { packId, quantity: 600 });
      expect((await http('GET', '/cart', { cookie })).body.lines[0].quantity).toBe(999);
      expect((await http('PUT', `/cart/lines/${packId}`, { cookie, body: { quantity: 0 } })).body.lines).toEqual([]);
      expect((await http('POST', '/cart/lines', { body: { packId: randomUUID(), quantity: 1 } })).status).toBe(404);
      expect((await http('POST', '/cart/lines', { body: { packId, quantity: 1, priceVnd: 1 } })).status).toBe(400);
    });
  });

  describe('checkout', () => {
    it('makes one seller order per household, with totals an independent sum confirms', async () => {
      const [tea, jam] = [await shop.pack(mo, { priceVnd: 70_000 }), await shop.pack(ba, { priceVnd: 45_500 })];
      const cookie = await shop.cart({ packId: tea, quantity: 2 }, { packId: jam, quantity: 3 });
      const { status, body } = await shop.order(cookie);
      expect(status).toBe(201);
      expect(body).toMatchObject({ goodsVnd: 276_500, postageVnd: 44_000, totalVnd: 320_500 });
      expect(body.sellerOrders.map((part: { codVnd: number }) => part.codVnd).toSorted()).toEqual([158_500, 162_000]);
      const lines = await rows<{ sum: number; label: object }>(
        `select sum(price_vnd * quantity)::bigint as sum from orders.order_line line join orders.seller_order part on part.id = line.seller_order_id
          join orders."order" whole on whole.id = part.order_id where whole.number = $1`,
        [body.number],
      );
      expect(lines[0]!.sum).toBe(body.goodsVnd);
      expect(await stockOf(tea)).toEqual({ n: 8, shown: 8 });
      expect((await http('GET', '/cart', { cookie })).body.count).toBe(0);
      expect(shop.quotes.asked.at(-1)).toMatchObject({ toProvinceCode: '79' });
    });

    it('takes neither price nor anything else from the client', async () => {
      const cookie = await shop.cart({ packId: await shop.pack(mo), quantity: 1 });
      for (const extra of [{ goodsVnd: 1 }, { priceVnd: 1 }, { state: 'delivered' }, { accountId: randomUUID() }, { postageVnd: 0 }])
        expect((await shop.order(cookie, extra)).status).toBe(400);
      expect((await http('GET', '/cart', { cookie })).body.count).toBe(1);
    });

    it.each([
      ['an empty cart', async () => shop.order(`gio=${randomUUID()}`), 409, 'cart.empty'],
      ['a bad phone', async () => shop.order(await filled(), { phone: '123456789' }), 422, 'phone.invalid'],
      ['an unknown commune', async () => shop.order(await filled(), { communeCode: '99999' }), 422, 'place.unknown'],
      ['a total the shopper did not see', async () => shop.order(await filled(), { expectedTotalVnd: 5 }), 409, 'cart.changed'],
      [
        'no Idempotency-Key',
        async () => http('POST', '/orders', { cookie: await filled(), body: { ...ADDRESS } }),
        400,
        'idempotency.required',
      ],
    ])('refuses %s and loses nothing', async (_, attempt, status, code) => {
      const before = await rows('select count(*)::int from orders."order"');
      const answer = await attempt();
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      expect(await rows('select count(*)::int from orders."order"')).toEqual(before);
    });

    it('says honestly that the post has no quote, and keeps cart and stock', async () => {
      const packId = await shop.pack(mo, { stock: 4, priceVnd: 99_500 });
      const cookie = await shop.cart({ packId, quantity: 1 });
      shop.quotes.answer = { status: 'unavailable' };
      expect((await http('GET', '/cart?province=79', { cookie })).body.households[0]).toMatchObject({
        postageStatus: 'unavailable',
        postageVnd: null,
      });
      expect((await shop.order(cookie)).body.code).toBe('quote.unavailable');
      expect(await stockOf(packId)).toEqual({ n: 4, shown: 4 });
    });

    it('names every short line and takes nothing of the others', async () => {
      const [few, many] = [await shop.pack(mo, { stock: 1 }), await shop.pack(mo, { stock: 9 })];
      const cookie = await shop.cart({ packId: many, quantity: 2 }, { packId: few, quantity: 2 });
      const { body } = await shop.order(cookie);
      expect(body).toMatchObject({ code: 'stock.short', errors: [{ pointer: '/lines/1/quantity', detail: 'available: 1' }] });
      expect([await stockOf(few), await stockOf(many)]).toEqual([
        { n: 1, shown: 1 },
        { n: 9, shown: 9 },
      ]);
    });

    it('opens an order to its key and its account alone', async () => {
      const [buyer, stranger] = [await shop.account(), await shop.account()];
      const { body } = await shop.order(await filled(), {}, { as: buyer });
      const path = `/orders/${body.number}`;
      expect((await http('GET', `${path}?key=${body.accessKey}`)).body).toMatchObject({ number: body.number, totalVnd: body.totalVnd });
      expect((await http('GET', path, { as: buyer })).status).toBe(200);
      for (const answer of [
        await http('GET', path),
        await http('GET', `${path}?key=wrong`),
        await http('GET', path, { as: stranger }),
        await http('GET', '/orders/CX00000000'),
      ])
        expect([answer.status, answer.body.code]).toEqual([404, 'not-found']);
      expect((await http('GET', '/account/orders', { as: buyer })).body.data).toHaveLength(1);
      expect((await http('GET', '/account/orders', { as: stranger })).body.data).toEqual([]);
    });
  });

  describe('the household', () => {
    it('confirms, packs, and cannot touch another household’s order', async () => {
      const { body } = await shop.order(await filled());
      const id = body.sellerOrders[0].id;
      expect((await http('POST', `/seller-orders/${id}/confirmation`, { as: ba.actor })).status).toBe(404);
      expect((await http('GET', `/household/seller-orders/${id}`, { as: ba.actor })).status).toBe(404);
      const confirmed = await http('POST', `/seller-orders/${id}/confirmation`, { as: mo.actor });
      expect(confirmed.body).toMatchObject({ state: 'confirmed', youReceiveVnd: 100_000, codVnd: 122_000 });
      expect((await http('POST', `/seller-orders/${id}/confirmation`, { as: mo.actor })).body.state).toBe('confirmed');
      expect((await http('POST', `/seller-orders/${id}/packing`, { as: mo.actor })).body.state).toBe('packed');
      const list = (await http('GET', '/household/seller-orders', { as: ba.actor })).body.data as { id: string }[];
      expect(list.map((one) => one.id)).not.toContain(id);
    });

    it('cancels: stock returns, the payment is void, the buyer is told', async () => {
      const packId = await shop.pack(mo, { stock: 5 });
      const { body } = await shop.order(await shop.cart({ packId, quantity: 2 }));
      const id = body.sellerOrders[0].id;
      const { body: after } = await http('POST', `/seller-orders/${id}/cancellation`, { as: mo.actor, body: { reason: 'spoiled' } });
      expect(after.state).toBe('cancelled');
      expect(await stockOf(packId)).toEqual({ n: 5, shown: 5 });
      expect(await rows('select state from orders.payment_intent where seller_order_id = $1', [id])).toEqual([{ state: 'void' }]);
      expect(
        await rows(
          `select count(*)::int as told from platform.message where template = 'orders.cancelled' and body like '%' || $1 || '%'`,
          [body.number],
        ),
      ).toEqual([{ told: 1 }]);
      await shop.post(ParcelAccepted, { number: 'X1', senderReference: id, acceptedAt: now(), weightGrams: 1, checks: [] });
      expect(await stateOf(id)).toBe('cancelled');
    });
  });

  describe('what the post reports', () => {
    it('carries an order over steps nobody tapped, and tells the official what was delivered', async () => {
      const packId = await shop.pack(mo);
      const { body } = await shop.order(await shop.cart({ packId, quantity: 2 }));
      const id = body.sellerOrders[0].id;
      await shop.post(ParcelRegistered, { number: `EE${id.slice(0, 6)}XA`, senderReference: id, operatorCode: 'mau' });
      await shop.post(ParcelAccepted, {
        number: 'n',
        senderReference: id,
        acceptedAt: now(),
        weightGrams: 500,
        checks: [{ code14: null, result: 'matches' }],
      });
      expect(await stateOf(id)).toBe('posted');
      await shop.post(ParcelStatusChanged, { number: 'n', senderReference: id, state: 'in_transit', at: '2026-11-16T05:00:00Z' });
      await shop.post(ParcelStatusChanged, { number: 'n', senderReference: id, state: 'accepted', at: '2026-11-16T03:00:00Z' });
      expect(await rows('select parcel_state from orders.seller_order where id = $1', [id])).toEqual([{ parcel_state: 'in_transit' }]);
      await shop.post(ParcelDelivered, {
        number: 'n',
        senderReference: id,
        deliveredAt: now(),
        deliveryPlace: 'address',
        codCollectedVnd: 222_000,
      });
      expect(await stateOf(id)).toBe('delivered');
      expect(await rows('select state from orders.payment_intent where seller_order_id = $1', [id])).toEqual([{ state: 'collected' }]);
      expect(await rows('select label_check from orders.order_line where seller_order_id = $1', [id])).toEqual([
        { label_check: 'matches' },
      ]);
      expect(await rows('select popularity from catalogue.listing where pack_id = $1', [packId])).toEqual([{ popularity: 2 }]);
    });

    it('shows the barcode as checked by a person once the clerk has read it on the pack, and only then', async () => {
      const packId = await shop.pack(mo);
      await shop.world.get(MakeLot).run(mo.actor, packId, { producedOn: '2026-11-01', producedKind: 'production' });
      const { number } = await shop.world.get(AllotBarcode).run(mo.actor, packId, { kind: 'internal' });
      const level = async () => (await shop.world.http('GET', `/trace/${number}`)).body.label.barcode.level;
      for (const [result, shown] of [
        ['other_code', 'format_valid'],
        ['matches', 'checked'],
      ]) {
        const { body } = await shop.order(await shop.cart({ packId, quantity: 1 }));
        const accepted = { number: 'n', senderReference: body.sellerOrders[0].id, acceptedAt: now(), weightGrams: 500 };
        await shop.post(ParcelAccepted, { ...accepted, checks: [{ code14: number, result }] });
        expect(await level()).toBe(shown);
      }
    });

    it('waits with the delivery until the acceptance has arrived', async () => {
      const { body } = await shop.order(await filled());
      const id = body.sellerOrders[0].id;
      const delivered = { number: 'n', senderReference: id, deliveredAt: now(), deliveryPlace: 'address', codCollectedVnd: 1 };
      await expect(shop.post(ParcelDelivered, delivered)).rejects.toThrow('delivered before its acceptance arrived');
      expect(await stateOf(id)).toBe('placed');
    });

    it('takes a returned parcel back; its goods wait to be looked at before they are on sale again', async () => {
      const packId = await shop.pack(mo, { stock: 6 });
      const { body } = await shop.order(await shop.cart({ packId, quantity: 4 }));
      const id = body.sellerOrders[0].id;
      await shop.post(ParcelAccepted, { number: 'n', senderReference: id, acceptedAt: now(), weightGrams: 500, checks: [] });
      await shop.post(ParcelStatusChanged, { number: 'n', senderReference: id, state: 'returning', at: now() });
      expect(await stateOf(id)).toBe('returning');
      await shop.post(ParcelReturned, { number: 'n', senderReference: id, returnedAt: now() });
      expect([await stateOf(id), await stockOf(packId)]).toEqual(['returned', { n: 2, shown: 2 }]);
    });
  });

  const ADDRESS = { recipientName: 'Người Mua', phone: '0500000777', communeCode: '26740', street: 'Số 1', paymentMethod: 'cod' };
  const filled = async () => shop.cart({ packId: await shop.pack(mo), quantity: 1 });
  const now = () => shop.world.clock.now().toISOString();
  const stateOf = async (id: string) =>
    (await rows<{ state: string }>('select state from orders.seller_order where id = $1', [id]))[0]!.state;
});
