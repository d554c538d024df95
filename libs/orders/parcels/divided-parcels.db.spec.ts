import {
  CodRemitted,
  ParcelDelivered,
  ParcelReopened,
  ParcelReturned,
  ParcelStatusChanged,
  WithdrawalRefused,
} from '@choxa/postal-contract';
import { AfterSaleWorld, type Delivered } from '../after-sale/after-sale.factory.js';
import { OrderLedger } from '../ledger/order-ledger.js';
import { VerifyLedger } from '../ledger/verify-ledger.js';
import { ChangesHeard, RequestsHeard, WithdrawalsHeard } from '../orders.factory.js';

let after: AfterSaleWorld;
beforeAll(async () => {
  after = await AfterSaleWorld.open();
}, 90_000);
afterAll(async () => {
  expect((await new VerifyLedger(after.shop.world.db).run()).faults).toEqual([]);
  await after.close();
});

interface Divided {
  order: Delivered;
  /** References of the parcels. */
  first: string;
  second: string;
}

const divide = ({ id }: Delivered, parcels: object[], as = after.seller.actor) =>
  after.household('POST', `/seller-orders/${id}/parcels`, { parcels }, as);
const units = ({ lineIds }: Delivered, ...quantities: number[]) => ({
  lines: quantities.flatMap((quantity, at) => (quantity ? [{ line: lineIds[at]!, quantity }] : [])),
});
/** Three packs of tea and one of honey: two of tea in the first parcel, one and the honey in the second. Each parcel 500 g. */
async function divided(): Promise<Divided> {
  const order = await after.ordered([3, 1]);
  await after.household('POST', `/seller-orders/${order.id}/confirmation`);
  const answer = await divide(order, [units(order, 2, 0), units(order, 1, 1)]);
  expect(answer.status).toBe(200);
  await after.shop.world.drain();
  const rows = await after.rows<{ id: string }>('select id from orders.parcel where seller_order_id = $1 order by position', [order.id]);
  return { order, first: rows[0]!.id, second: rows[1]!.id };
}

const back = (reference: string) =>
  after.shop.post(ParcelReturned, { number: 'EE473124829XA', senderReference: reference, returnedAt: after.now() });
const says = (reference: string, state: string) =>
  after.shop.post(ParcelStatusChanged, { number: 'EE473124829XA', senderReference: reference, state, at: after.now() });
/** A word of the post about a parcel's end: where it was handed over, or null, that it was not after all. */
const tellsEnd = (senderReference: string, telling: number, deliveryPlace: 'address' | 'shared_box' | 'service_point' | null) => {
  const parcel = { number: 'EE473124829XA', senderReference, telling };
  return deliveryPlace
    ? after.shop.post(ParcelDelivered, { ...parcel, deliveredAt: after.now(), deliveryPlace, codCollectedVnd: 0 })
    : after.shop.post(ParcelReopened, { ...parcel, operatorCode: 'mau', outcome: 'EMI', closedAt: after.now(), reopenedAt: after.now() });
};
const balances = async (id: string) =>
  Object.fromEntries(
    Object.entries(await after.shop.world.get(OrderLedger).balances(after.shop.world.db.read, id)).filter(([, vnd]) => vnd !== 0),
  );
const shown = async ({ id }: Delivered) => (await after.household('GET', `/household/seller-orders/${id}`)).body;
const payment = async ({ id }: Delivered) =>
  (await after.rows('select state, amount_vnd as amount from orders.payment_intent where seller_order_id = $1', [id]))[0];

describe('a seller order in several parcels', () => {
  it('asks the post for each once, and all together collect what the one would have', async () => {
    const { order, first, second } = await divided();
    expect(first).toBe(order.id);
    const lighter = after.shop.world.get(ChangesHeard).heard.filter(({ senderReference }) => senderReference === first);
    expect(lighter).toMatchObject([{ weightGrams: 500, codVnd: 211_000, contents: [{ quantity: 2 }] }]);
    const heard = after.shop.world.get(RequestsHeard).heard.filter(({ senderReference }) => senderReference === second);
    expect(heard).toMatchObject([
      { operatorCode: 'mau', weightGrams: 500, codVnd: 211_000, inspection: true, sender: { street: 'Thôn 1' } },
    ]);
    expect(heard[0]!.contents.map(({ quantity }) => quantity)).toEqual([1, 1]);
    const seen = await shown(order);
    expect(seen.parcels).toMatchObject([
      { position: 1, codVnd: 211_000, goodsVnd: 200_000 },
      { position: 2, codVnd: 211_000, goodsVnd: 200_000 },
    ]);
    expect(seen.codVnd).toBe(422_000);
    const [message] = await after.rows<{ body: string }>(`select body from platform.message where template = 'orders.divided'`);
    expect(message!.body).toContain('211.000');
    const page = await after.shop.world.http('GET', `/orders/${order.number}?key=${order.key}`);
    expect(page.body.sellerOrders[0].parcels).toHaveLength(2);
  });

  it('is divided once: the same again changes nothing, another way is refused, and every unit must be in a parcel', async () => {
    const { order } = await divided();
    expect((await divide(order, [units(order, 2, 0), units(order, 1, 1)])).status).toBe(200);
    expect((await divide(order, [units(order, 1, 0), units(order, 2, 1)])).body.code).toBe('parcels.divided');
    const other = await after.ordered([2]);
    expect((await divide(other, [units(other, 1), units(other, 1)])).body.code).toBe('seller-order.state');
    await after.household('POST', `/seller-orders/${other.id}/confirmation`);
    const short = (await divide(other, [units(other, 1), units(other, 2)])).body;
    expect([short.code, short.errors[0].detail]).toEqual(['parcels.units', other.lineIds[0]]);
    const stranger = await after.shop.seller('Hộ Lạ');
    expect((await divide(other, [units(other, 1), units(other, 1)], stranger.actor)).status).toBe(404);
    expect((await divide(other, [units(other, 2)])).status).toBe(200);
    expect((await shown(other)).parcels).toEqual([]);
  });

  it('is delivered with the last of them, and its cash comes parcel by parcel', async () => {
    const { order, first, second } = await divided();
    for (const reference of [first, second]) await after.accept(reference);
    await after.deliver(second, 211_000);
    expect(await balances(order.id)).toEqual({ buyer: 211_000, cod_at_post: 211_000, household: -400_000, postage: -22_000 });
    expect([(await shown(order)).state, await payment(order)]).toEqual(['posted', { state: 'due', amount: 422_000 }]);
    const parcels = [{ number: 'EE473124829XA', senderReference: second, collectedVnd: 211_000, paidVnd: 200_000 }];
    await after.shop.post(CodRemitted, { operatorCode: 'mau', reference: `TH-${second}`.slice(0, 40), remittedAt: after.now(), parcels });
    await after.deliver(first, 211_000);
    await after.deliver(first, 211_000);
    expect(await balances(order.id)).toEqual({ cod_at_post: 211_000, bank: 200_000, household: -400_000, postage: -11_000 });
    expect([(await shown(order)).state, await payment(order)]).toEqual(['delivered', { state: 'collected', amount: 422_000 }]);
    const rest = [{ number: 'EE473124829XA', senderReference: first, collectedVnd: 211_000, paidVnd: 200_000 }];
    await after.shop.post(CodRemitted, {
      operatorCode: 'mau',
      reference: `TH-${first}`.slice(0, 40),
      remittedAt: after.now(),
      parcels: rest,
    });
    expect(await balances(order.id)).toEqual({ bank: 400_000, household: -400_000 });
    expect(await payment(order)).toMatchObject({ state: 'remitted' });
  });

  it('of which one comes back is delivered for the rest: money, stock and figures to the đồng', async () => {
    const { order, first, second } = await divided();
    for (const reference of [first, second]) await after.accept(reference);
    await after.deliver(first, 211_000);
    await says(second, 'returning');
    expect((await shown(order)).state).toBe('posted');
    await back(second);
    await back(second);
    expect(await balances(order.id)).toEqual({ cod_at_post: 211_000, household: -200_000, postage: -11_000 });
    expect(await payment(order)).toEqual({ state: 'collected', amount: 211_000 });
    expect(await shown(order)).toMatchObject({
      state: 'delivered',
      youReceiveVnd: 200_000,
      parcels: [{ outcome: 'delivered' }, { outcome: 'returned' }],
    });
    const [fact] = await after.rows<{ lines: object[] }>(
      `select data -> 'data' -> 'lines' as lines from pgboss.job
        where data ->> 'name' = 'orders.seller-order-delivered.v1' and data -> 'data' ->> 'sellerOrderId' = $1`,
      [order.id],
    );
    expect(fact!.lines).toMatchObject([{ lineId: order.lineIds[0], quantity: 2, amountVnd: 200_000 }]);
    const [refused] = await after.rows<{ id: string }>('select id from orders.return_case where seller_order_id = $1', [order.id]);
    await after.receive(refused!.id, order, [
      [0, 1, 0],
      [1, 0, 1],
    ]);
    expect([await after.onHand(order.packIds[0]!), await after.onHand(order.packIds[1]!)]).toEqual([8, 9]);
    after.shop.world.clock.advance(1_000);
    // Of the tea the buyer has two: no more can be given back, and then nothing is kept.
    const id = await after.returned(order, [2, 0]);
    await after.household('POST', `/returns/${id}/approval`, { goods: 'keep' });
    expect(await balances(order.id)).toEqual({ cod_at_post: 211_000, refund: -211_000 });
    expect((await shown(order)).state).toBe('returned');
  });

  it('of which all come back is returned, and nobody owes anything', async () => {
    const { order, first, second } = await divided();
    for (const reference of [first, second]) await after.accept(reference);
    for (const reference of [first, second]) await says(reference, 'returning');
    expect((await shown(order)).state).toBe('returning');
    for (const reference of [second, first]) await back(reference);
    expect(await balances(order.id)).toEqual({});
    expect([(await shown(order)).state, await payment(order)]).toEqual(['returned', { state: 'void', amount: 0 }]);
    expect(await after.rows('select 1 from orders.return_case where seller_order_id = $1', [order.id])).toHaveLength(2);
  });

  it('paid in advance, owes the buyer for what came back', async () => {
    await after.shop.payoutAccount(after.seller);
    const packId = await after.shop.pack(after.seller, { stock: 2 });
    const placed = await after.shop.order(await after.shop.cart({ packId, quantity: 2 }), { paymentMethod: 'vietqr' });
    const { id } = placed.body.sellerOrders[0];
    await after.household('POST', `/seller-orders/${id}/payment-receipt`);
    await after.household('POST', `/seller-orders/${id}/confirmation`);
    const [line] = await after.rows<{ id: string }>('select id from orders.order_line where seller_order_id = $1', [id]);
    const one = { lines: [{ line: line!.id, quantity: 1 }] };
    const { body } = await after.household('POST', `/seller-orders/${id}/parcels`, { parcels: [one, one] });
    expect(body.parcels.map(({ codVnd }: { codVnd: number }) => codVnd)).toEqual([0, 0]);
    const [, second] = await after.rows<{ id: string }>('select id from orders.parcel where seller_order_id = $1 order by position', [id]);
    for (const reference of [id, second!.id]) await after.accept(reference);
    await back(second!.id);
    await after.deliver(id);
    expect(await balances(id)).toEqual({ bank: 222_000, household: -100_000, postage: -11_000, refund: -111_000 });
    const owed = await after.rows('select cause, amount_vnd as amount, state from orders.refund where seller_order_id = $1', [id]);
    expect(owed).toEqual([{ cause: 'return', amount: 111_000, state: 'due' }]);
  });

  it('cancelled is withdrawn parcel by parcel; what the post has already goes on alone', async () => {
    const { order, first, second } = await divided();
    await after.household('POST', `/seller-orders/${order.id}/cancellation`, { reason: 'out_of_stock' });
    await after.shop.world.drain();
    const withdrawn = after.shop.world.get(WithdrawalsHeard).heard.map(({ senderReference }) => senderReference);
    expect(withdrawn.filter((reference) => [first, second].includes(reference)).toSorted()).toEqual([first, second].toSorted());
    await says(second, 'withdrawn');
    await after.shop.post(WithdrawalRefused, {
      number: 'EE473124829XA',
      senderReference: first,
      state: 'accepted',
      refusedAt: after.now(),
    });
    expect((await shown(order)).state).toBe('posted');
    expect(await balances(order.id)).toEqual({ buyer: 211_000, household: -200_000, postage: -11_000 });
    await after.accept(first);
    await after.deliver(first, 211_000);
    expect([(await shown(order)).state, await payment(order)]).toEqual(['delivered', { state: 'collected', amount: 211_000 }]);
  });

  it('knows where all of it was handed over, also when the post takes words about a parcel back, in whatever sequence they come', async () => {
    const { order, first, second } = await divided();
    const place = async () => (await after.rows('select to_address as at from orders.seller_order where id = $1', [order.id]))[0]!.at;
    for (const reference of [first, second]) await after.accept(reference);
    await after.deliver(first, 211_000);
    await after.deliver(second, 211_000);
    expect(await place()).toBe(true);
    await tellsEnd(first, 2, null);
    expect(await place()).toBe(null);
    await tellsEnd(first, 5, 'service_point');
    await tellsEnd(first, 3, 'address');
    await tellsEnd(first, 4, null);
    expect(await place()).toBe(false);
    await tellsEnd(second, 2, null);
    expect(await place()).toBe(false);
    await tellsEnd(first, 7, 'shared_box');
    await tellsEnd(second, 3, 'address');
    expect([await place(), (await shown(order)).state]).toEqual([true, 'delivered']);
  });
});
