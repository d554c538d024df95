import { randomUUID } from 'node:crypto';
import { AllotBarcode, MakeLot } from '@choxa/labelling';
import { sql, type Actor } from '@choxa/platform';
import { anActor } from '@choxa/testing';
import { Market } from '../world/market.js';

// Over both sides of the wall: a household's goods lie in a warehouse of the post, which packs what is ordered from there.
describe('an order packed by the post', () => {
  let market: Market;
  let seller: Actor;

  beforeAll(async () => {
    market = await Market.open();
    const { accountId, name, phone, grants } = market.seller;
    seller = Object.assign(anActor(...grants), { accountId, name, phone });
  }, 120_000);
  afterAll(() => market.close());

  const rows = <T = Record<string, unknown>>(text: string, params: unknown[]) => sql<T>(market.world.db.read, text, params);
  const keyed = (path: string, as: Actor, body: object = {}) =>
    market.world.http('POST', path, { as, body, headers: { 'idempotency-key': randomUUID() } });

  it('carries the lot that was taken from the shelf, and is packed without a tap of the household', async () => {
    const packId = await market.pack({ stock: 10 });
    await market.world.get(MakeLot).run(seller, packId, { producedOn: '2026-10-01', producedKind: 'harvest' });
    const sent = await market.world.get(MakeLot).run(seller, packId, { producedOn: '2026-11-01', producedKind: 'harvest' });
    const { number: code } = await market.world.get(AllotBarcode).run(seller, packId, { kind: 'internal' });
    const { body: order } = await market.order(await market.cart({ packId, quantity: 2 }));
    const [{ id }] = order.sellerOrders;
    await market.world.drain();
    await market.world.http('POST', `/seller-orders/${id}/confirmation`, { as: seller, body: {} });

    const [parcel] = await rows<{ number: string; office: string; phone: string }>(
      'select number, origin_office_id as office, sender_phone as phone from postal.parcel where sender_reference = $1',
      [id],
    );
    const { number, office, phone } = parcel!;
    const clerk = anActor({ role: 'clerk', scopeKind: 'office', scopeId: office });
    const line = { code, lotCode: sent.code, description: 'Hàng gửi kho', units: 4, place: 'A1' };
    expect(
      (await keyed('/post/warehouse/receipts', clerk, { office, ownerName: 'Chủ hàng', ownerPhone: phone, lines: [line] })).status,
    ).toBe(201);
    expect((await keyed(`/post/warehouse/picks/${number}`, clerk)).body).toMatchObject({ state: 'open', lines: [{ units: 2 }] });
    expect((await keyed(`/post/warehouse/picks/${number}/packing`, clerk, { codes: [code, code] })).status).toBe(200);
    await market.world.drain();

    expect((await market.world.http('GET', `/household/seller-orders/${id}`, { as: seller })).body.state).toBe('packed');
    const lots = await rows(
      `select lot.lot_code as code, lot.quantity from orders.order_line_lot lot join orders.order_line line on line.id = lot.order_line_id
        where line.seller_order_id = $1 and lot.source = 'packed'`,
      [id],
    );
    expect(lots).toEqual([{ code: sent.code, quantity: 2 }]);
  });
});
