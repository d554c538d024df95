import { MakeLot } from '@choxa/labelling';
import { sql } from '@choxa/platform';
import { OrderLedger } from '../ledger/order-ledger.js';
import { OrdersWorld, type Seller } from '../orders.factory.js';

describe('confirming a part of an order', () => {
  let shop: OrdersWorld;
  let mo: Seller;

  beforeAll(async () => {
    shop = await OrdersWorld.open();
    mo = await shop.seller('Hộ Mơ');
  }, 90_000);
  afterAll(() => shop.world.close());

  const rows = <T = Record<string, unknown>>(text: string, params: unknown[]) => sql<T>(shop.world.db.read, text, params);
  const stockOf = async (packId: string) =>
    (await rows<{ n: number }>('select on_hand as n from orders.stock where pack_id = $1', [packId]))[0]!.n;
  const confirm = (id: string, body?: object, as = mo.actor) => shop.world.http('POST', `/seller-orders/${id}/confirmation`, { as, body });

  /** Three tins of tea and two jars of jam, of ten each. */
  async function ordered() {
    const [tea, jam] = [await shop.pack(mo, { priceVnd: 70_000, name: 'Trà' }), await shop.pack(mo, { priceVnd: 45_500, name: 'Mứt' })];
    const { body } = await shop.order(await shop.cart({ packId: tea, quantity: 3 }, { packId: jam, quantity: 2 }));
    await shop.world.drain();
    const id = body.sellerOrders[0].id as string;
    const { body: order } = await shop.world.http('GET', `/household/seller-orders/${id}`, { as: mo.actor });
    const [teaLine, jamLine] = order.lines.map((line: { id: string }) => line.id) as [string, string];
    return { id, number: body.number as string, tea, jam, teaLine, jamLine };
  }

  it('lowers goods, cash and payment, returns the stock of the rest and tells the buyer', async () => {
    const { id, number, tea, teaLine } = await ordered();
    shop.quotes.answer = { status: 'quoted', postageVnd: 18_000, codFeeVnd: 0, days: 2, operatorCode: 'mau' };
    const { body } = await confirm(id, { lines: [{ line: teaLine, quantity: 1 }] });
    expect(body).toMatchObject({ state: 'confirmed', goodsVnd: 161_000, postageVnd: 18_000, codVnd: 179_000, youReceiveVnd: 161_000 });
    expect(body.lines.map((line: { confirmedQuantity: number }) => line.confirmedQuantity)).toEqual([1, 2]);
    expect(await stockOf(tea)).toBe(9);
    expect(await shop.world.get(OrderLedger).balances(shop.world.db.read, id)).toEqual({
      buyer: 179_000,
      household: -161_000,
      postage: -18_000,
    });
    expect(await rows('select amount_vnd as n from orders.payment_intent where seller_order_id = $1', [id])).toEqual([{ n: 179_000 }]);
    const told = await rows<{ body: string }>(`select body from platform.message where template = 'orders.reduced' and body like $1`, [
      `%${number}%`,
    ]);
    expect(told).toHaveLength(1);
    expect(told[0]!.body).toContain('Trà 1/3');
  });

  it('takes no more of any lot than was confirmed, and leaves the rest to the next order', async () => {
    const packId = await shop.pack(mo);
    const make = (expiresOn: string, quantity?: number) =>
      shop.world.get(MakeLot).run(mo.actor, packId, { producedOn: '2026-11-01', expiresOn, quantity, producedKind: 'production' });
    await make('2026-12-31', 2);
    const later = await make('2027-06-30');
    const order = async (quantity: number) => (await shop.order(await shop.cart({ packId, quantity }))).body.sellerOrders[0].id as string;
    const packing = async (id: string) =>
      (await shop.world.http('GET', `/household/seller-orders/${id}/packing-list`, { as: mo.actor })).body;
    const id = await order(4);
    await confirm(id, { lines: [{ line: (await packing(id)).lines[0].id, quantity: 1 }] });
    const [line] = (await packing(id)).lines;
    expect([line.wanted, line.lots.map((lot: { quantity: number }) => lot.quantity)]).toEqual([1, [1]]);
    const next = (await packing(await order(3))).lines[0].lots as { lotCode: string; quantity: number }[];
    const left = line.lots[0].lotCode === later.code ? 2 : 1;
    expect(next.reduce((sum, lot) => sum + (lot.lotCode === later.code ? 0 : lot.quantity), 0)).toBe(left);
  });

  it('may be told twice, also when it is packed already, and counts once', async () => {
    const { id, tea, teaLine } = await ordered();
    const half = { lines: [{ line: teaLine, quantity: 1 }] };
    await confirm(id, half);
    expect((await confirm(id, half)).status).toBe(200);
    await shop.world.http('POST', `/seller-orders/${id}/packing`, { as: mo.actor });
    expect((await shop.world.http('POST', `/seller-orders/${id}/packing`, { as: mo.actor })).status).toBe(200);
    expect((await confirm(id, half)).body.state).toBe('packed');
    expect((await confirm(id)).body.code).toBe('seller-order.state');
    expect(await stockOf(tea)).toBe(9);
  });

  it('sets the stock to nothing where the household says it has none', async () => {
    const { id, tea, jam, teaLine } = await ordered();
    await confirm(id, { lines: [{ line: teaLine, quantity: 0 }], soldOut: true });
    expect([await stockOf(tea), await stockOf(jam)]).toEqual([0, 8]);
  });

  it('keeps the postage when the post has no answer, and returns what was confirmed when it is cancelled', async () => {
    // Nothing that was quoted before is remembered.
    shop.world.clock.advance(120_000);
    const { id, tea, jam, teaLine } = await ordered();
    shop.quotes.answer = { status: 'unavailable' };
    const { body } = await confirm(id, { lines: [{ line: teaLine, quantity: 2 }] });
    expect(body.postageVnd).toBe(18_000);
    shop.quotes.answer = { status: 'quoted', postageVnd: 18_000, codFeeVnd: 0, days: 2, operatorCode: 'mau' };
    await shop.world.http('POST', `/seller-orders/${id}/cancellation`, { as: mo.actor, body: { reason: 'spoiled' } });
    expect([await stockOf(tea), await stockOf(jam)]).toEqual([10, 10]);
  });

  it('says of the whole that it is sold out: cancelled once, however often it is tapped, with nothing left on sale', async () => {
    const { id, tea, jam } = await ordered();
    const cancel = () => shop.world.http('POST', `/seller-orders/${id}/cancellation`, { as: mo.actor, body: { reason: 'out_of_stock' } });
    expect([(await cancel()).body.state, (await cancel()).body.state]).toEqual(['cancelled', 'cancelled']);
    expect([await stockOf(tea), await stockOf(jam)]).toEqual([0, 0]);
    expect((await confirm(id)).body.code).toBe('seller-order.state');
  });

  it('refuses an answer that cannot be, and changes nothing', async () => {
    const { id, tea, teaLine, jamLine } = await ordered();
    const stranger = await shop.seller('Hộ Lạ');
    for (const [body, code] of [
      [{ lines: [{ line: teaLine, quantity: 4 }] }, 'confirmation.too-many'],
      [{ lines: [{ line: id, quantity: 1 }] }, 'confirmation.line-unknown'],
      [{ lines: [teaLine, jamLine].map((line) => ({ line, quantity: 0 })) }, 'confirmation.nothing-left'],
      [{ lines: [{ line: teaLine, quantity: -1 }] }, 'request.invalid'],
      [{ lines: [{ line: teaLine, quantity: 1 }], goodsVnd: 1 }, 'request.invalid'],
    ] as const)
      expect((await confirm(id, body)).body.code).toBe(code);
    expect((await confirm(id, { lines: [{ line: teaLine, quantity: 1 }] }, stranger.actor)).status).toBe(404);
    expect(await rows('select state, goods_vnd as goods from orders.seller_order where id = $1', [id])).toEqual([
      { state: 'placed', goods: 301_000 },
    ]);
    expect(await stockOf(tea)).toBe(7);
  });
});
