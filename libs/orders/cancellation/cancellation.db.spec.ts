import { sql } from '@choxa/platform';
import { ParcelAccepted, ParcelDelivered, WithdrawalRefused } from '@choxa/postal-contract';
import { OrdersWorld, type Seller } from '../orders.factory.js';

let shop: OrdersWorld;
let mo: Seller;
let ba: Seller;

beforeAll(async () => {
  shop = await OrdersWorld.open();
  [mo, ba] = [await shop.seller('Hộ Mơ'), await shop.seller('Hộ Ba', '05503')];
}, 90_000);
afterAll(() => shop.world.close());

const rows = <T = Record<string, unknown>>(text: string, params: unknown[] = []) => sql<T>(shop.world.db.read, text, params);
const now = () => shop.world.clock.now().toISOString();
const cancel = (number: string, key: string, body: object = {}) =>
  shop.world.http('POST', `/orders/${number}/cancellation?key=${key}`, { body: { reason: 'changed_mind', ...body } });
const partOf = async (id: string) =>
  (
    await rows(
      `select part.state, cancelled_by as by, cancel_reason as reason, payment.state as payment from orders.seller_order part
         join orders.payment_intent payment on payment.seller_order_id = part.id where part.id = $1`,
      [id],
    )
  )[0];
const onHand = async (packId: string) =>
  (await rows<{ n: number }>('select on_hand as n from orders.stock where pack_id = $1', [packId]))[0]!.n;
const withdrawn = async (id: string) =>
  (
    await rows<{ n: number }>(
      `select count(*)::int as n from platform.message where template = 'orders.cancelled' and body like '%' || $1 || '%'`,
      [id],
    )
  )[0]!.n;
const accepted = (id: string) => ({ number: 'EE473124829XA', senderReference: id, acceptedAt: now(), weightGrams: 300, checks: [] });

/** An order of both households, 2 and 3 of a pack. */
async function ordered() {
  const [tea, jam] = [await shop.pack(mo, { stock: 5 }), await shop.pack(ba, { stock: 5 })];
  const { body } = await shop.order(await shop.cart({ packId: tea, quantity: 2 }, { packId: jam, quantity: 3 }));
  const parts = body.sellerOrders as { id: string; householdName: string }[];
  const idOf = (name: string) => parts.find((part) => part.householdName === name)!.id;
  return { number: body.number as string, key: body.accessKey as string, tea, jam, ofMo: idOf('Hộ Mơ'), ofBa: idOf('Hộ Ba') };
}

describe('a buyer', () => {
  it('cancels everything: the goods are on sale again, nothing is due, both sides are told', async () => {
    const order = await ordered();
    const { status, body } = await cancel(order.number, order.key);
    expect([status, body.sellerOrders.map((part: { state: string }) => part.state)]).toEqual([200, ['cancelled', 'cancelled']]);
    expect(await partOf(order.ofMo)).toEqual({ state: 'cancelled', by: 'buyer', reason: 'changed_mind', payment: 'void' });
    expect([await onHand(order.tea), await onHand(order.jam)]).toEqual([5, 5]);
    expect(await withdrawn(order.number)).toBe(2);
  });

  it('cancels the part of one household and keeps the other', async () => {
    const order = await ordered();
    await cancel(order.number, order.key, { sellerOrderId: order.ofBa, reason: 'other', note: 'Nhầm loại' });
    expect([(await partOf(order.ofMo))!.state, (await partOf(order.ofBa))!.state]).toEqual(['placed', 'cancelled']);
    expect([await onHand(order.tea), await onHand(order.jam)]).toEqual([3, 5]);
  });

  it('cancels what is not posted yet, and is told that the rest is too late', async () => {
    const order = await ordered();
    await shop.post(ParcelAccepted, accepted(order.ofMo));
    await cancel(order.number, order.key);
    expect([(await partOf(order.ofMo))!.state, (await partOf(order.ofBa))!.state]).toEqual(['posted', 'cancelled']);
    const again = await cancel(order.number, order.key);
    expect([again.status, again.body.code]).toEqual([409, 'cancellation.too-late']);
    expect([await onHand(order.tea), await onHand(order.jam)]).toEqual([3, 5]);
  });

  it('needs the key or the account, a reason of the buyer’s, and a part of this very order', async () => {
    const [order, other] = [await ordered(), await ordered()];
    const stranger = await shop.account();
    expect((await cancel(order.number, 'wrong')).status).toBe(404);
    expect((await cancel(order.number, order.key, { sellerOrderId: other.ofMo })).status).toBe(404);
    expect((await cancel(order.number, order.key, { reason: 'out_of_stock' })).status).toBe(400);
    const asStranger = { as: stranger, body: { reason: 'changed_mind' } };
    expect((await shop.world.http('POST', `/orders/${order.number}/cancellation`, asStranger)).status).toBe(404);
    expect((await partOf(order.ofMo))!.state).toBe('placed');
  });

  it('who presses twice at once cancels once', async () => {
    const order = await ordered();
    const answers = await Promise.all([1, 2, 3, 4].map(() => cancel(order.number, order.key)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
    expect([await onHand(order.tea), await onHand(order.jam)]).toEqual([5, 5]);
  });
});

describe('when the post already has the parcel', () => {
  it('the seller order goes on as posted, its goods leave the stock again and its payment is due', async () => {
    const order = await ordered();
    await cancel(order.number, order.key, { sellerOrderId: order.ofMo });
    await shop.post(ParcelAccepted, accepted(order.ofMo));
    const delivered = {
      number: 'EE473124829XA',
      senderReference: order.ofMo,
      deliveredAt: now(),
      deliveryPlace: 'address',
      codCollectedVnd: 1,
    };
    await expect(shop.post(ParcelDelivered, delivered)).rejects.toThrow("the post's answer has not arrived");
    await shop.post(WithdrawalRefused, { number: 'EE473124829XA', senderReference: order.ofMo, state: 'accepted', refusedAt: now() });
    expect(await partOf(order.ofMo)).toEqual({ state: 'posted', by: null, reason: null, payment: 'due' });
    expect(await onHand(order.tea)).toBe(3);
  });
});
