import { randomUUID } from 'node:crypto';
import { AllotBarcode, MakeLot, RecallLot } from '@choxa/labelling';
import { sql, type Actor } from '@choxa/platform';
import { anActor } from '@choxa/testing';
import { Market } from '../world/market.js';

// The household's side of an order, over both sides of the wall: placed → confirmed in part → packed with lots → fetched → over the counter.
describe('an order on its way from the household to the post', () => {
  let market: Market;
  let seller: Actor;
  let clerk: Actor;

  beforeAll(async () => {
    market = await Market.open();
    const { accountId, name, phone, grants } = market.seller;
    seller = Object.assign(anActor(...grants), { accountId, name, phone });
  }, 120_000);
  afterAll(() => market.close());

  const http = (...args: Parameters<Market['world']['http']>) => market.world.http(...args);
  const rows = <T = Record<string, unknown>>(text: string, params: unknown[]) => sql<T>(market.world.db.read, text, params);
  const scan = (id: string, code: string, key: string = randomUUID()) =>
    http('POST', `/seller-orders/${id}/packed-units`, { as: seller, body: { code }, headers: { 'idempotency-key': key } });

  /** A pack with a lot and a number of the platform. */
  async function packWithLot(name: string) {
    const packId = await market.pack({ stock: 10, name });
    const lot = await market.world.get(MakeLot).run(seller, packId, { producedOn: '2026-11-01', producedKind: 'harvest' });
    const { number } = await market.world.get(AllotBarcode).run(seller, packId, { kind: 'internal' });
    return { packId, lot, number };
  }

  it('carries less, collects less and knows its lots, and the post comes for it', async () => {
    const [coffee, honey, other] = [await packWithLot('Cà phê'), await packWithLot('Mật ong'), await packWithLot('Trà')];
    const cart = await market.cart({ packId: coffee.packId, quantity: 2 }, { packId: honey.packId, quantity: 2 });
    const { body: order } = await market.order(cart);
    const [{ id, codVnd }] = order.sellerOrders;
    await market.world.drain();

    const { body: shown } = await http('GET', `/household/seller-orders/${id}`, { as: seller });
    const line = shown.lines.find((one: { productName: string }) => one.productName === 'Mật ong');
    const { body: confirmed } = await http('POST', `/seller-orders/${id}/confirmation`, {
      as: seller,
      body: { lines: [{ line: line.id, quantity: 1 }], soldOut: true },
    });
    expect(confirmed).toMatchObject({ state: 'confirmed', goodsVnd: 300_000 });
    expect(confirmed.codVnd).toBeLessThan(codVnd);
    await market.world.drain();
    expect(await rows('select cod_vnd as cod from postal.parcel where sender_reference = $1', [id])).toEqual([{ cod: confirmed.codVnd }]);

    // The number alone counts for the lot that is next to be taken, the trace code for its own.
    const packedOfCoffee = (packed: number) => ({
      lines: expect.arrayContaining([expect.objectContaining({ productName: 'Cà phê', wanted: 2, packed })]),
    });
    const key = randomUUID();
    expect((await scan(id, coffee.number, key)).status).toBe(200);
    expect((await scan(id, coffee.number, key)).body).toMatchObject(packedOfCoffee(1));
    expect((await scan(id, coffee.lot.traceCode)).body).toMatchObject(packedOfCoffee(2));
    for (const [code, problem] of [
      [coffee.number, 'packing.enough'],
      [other.number, 'packing.other-product'],
      ['0000', 'packing.code-unknown'],
    ])
      expect((await scan(id, code!)).body.code).toBe(problem);
    await market.world.get(RecallLot).run(seller, honey.lot.id, { reason: 'spoiled', scope: 'lot', note: 'Đừng ăn' });
    expect((await scan(id, honey.lot.traceCode)).body.code).toBe('packing.lot-recalled');
    const packed = await rows(
      `select lot.lot_code as code, lot.quantity from orders.order_line_lot lot join orders.order_line line on line.id = lot.order_line_id
        where line.seller_order_id = $1 and lot.source = 'packed'`,
      [id],
    );
    expect(packed).toEqual([{ code: coffee.lot.code, quantity: 2 }]);
    await http('POST', `/seller-orders/${id}/packing`, { as: seller });

    const [parcel] = await rows<{ number: string; office: string }>(
      'select number, origin_office_id as office from postal.parcel where sender_reference = $1',
      [id],
    );
    clerk = anActor({ role: 'clerk', scopeKind: 'office', scopeId: parcel!.office });
    const household = seller.scope('household', 'household')[0]!;
    const ask = { household, day: '2026-11-17', half: 'morning', parcels: [{ id }] };
    const request = (body: object, headers = { 'idempotency-key': randomUUID() }) =>
      http('POST', '/household/pick-ups', { as: seller, body, headers });
    expect((await request({ ...ask, day: '2026-11-30' })).body.code).toBe('pick-up.day');
    expect((await request(ask)).status).toBe(201);
    expect((await request(ask)).body.code).toBe('pick-up.parcels');
    await market.world.drain();
    const { body: pickups } = await http('GET', '/post/pickups', { as: clerk });
    expect(pickups.data).toMatchObject([{ day: '2026-11-17', half: 'morning', state: 'requested', parcels: [parcel!.number] }]);
    const answer = (what: string, as = clerk, body?: object) => http('POST', `/post/pickups/${pickups.data[0].id}/${what}`, { as, body });
    expect((await answer('acceptance', anActor({ role: 'clerk', scopeKind: 'office', scopeId: randomUUID() }))).status).toBe(404);
    expect([(await answer('acceptance')).status, (await answer('acceptance')).status]).toEqual([204, 204]);
    expect((await answer('refusal', clerk, { reason: 'Xe hỏng' })).body.code).toBe('pickup.answered-already');
    await market.world.drain();
    expect((await http('GET', `/household/hand-over?household=${household}`, { as: seller })).body.data).toMatchObject([
      { id, parcelNumber: parcel!.number, pickUp: { day: '2026-11-17', state: 'accepted' } },
    ]);
    expect((await http('GET', `/household/hand-over.svg?household=${household}`, { as: seller })).text).toContain('<svg');

    const accepted = await http('POST', `/parcels/${parcel!.number}/acceptance`, {
      as: clerk,
      body: { weightGrams: 900, checkedCodes: [coffee.number, honey.number] },
      headers: { 'idempotency-key': randomUUID() },
    });
    expect(accepted.body).toMatchObject({ codVnd: confirmed.codVnd, state: 'accepted' });
    expect(accepted.body.contents.map(({ quantity }: { quantity: number }) => quantity).toSorted()).toEqual([1, 2]);
    await market.world.drain();
    expect((await http('GET', `/household/seller-orders/${id}`, { as: seller })).body.state).toBe('posted');
  });

  it('may be asked for again once the post has said that it does not come', async () => {
    const { body: order } = await market.order(await market.cart({ packId: await market.pack({ stock: 5 }), quantity: 1 }));
    const [{ id }] = order.sellerOrders;
    await market.world.drain();
    await http('POST', `/seller-orders/${id}/packing`, { as: seller });
    const household = seller.scope('household', 'household')[0]!;
    const ask = () =>
      http('POST', '/household/pick-ups', {
        as: seller,
        body: { household, day: '2026-11-18', half: 'afternoon', parcels: [{ id }], note: 'Cổng sau' },
        headers: { 'idempotency-key': randomUUID() },
      });
    await ask();
    await market.world.drain();
    const { body } = await http('GET', '/post/pickups?state=requested', { as: clerk });
    expect(body.data).toMatchObject([{ note: 'Cổng sau' }]);
    await http('POST', `/post/pickups/${body.data[0].id}/refusal`, { as: clerk, body: { reason: 'Đường ngập' } });
    await market.world.drain();
    expect((await http('GET', `/household/seller-orders/${id}`, { as: seller })).body.pickUp).toMatchObject({
      state: 'declined',
      reason: 'Đường ngập',
    });
    expect((await ask()).status).toBe(201);
  });
});
