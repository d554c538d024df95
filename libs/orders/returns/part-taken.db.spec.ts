import { randomUUID } from 'node:crypto';
import { ParcelDelivered, ParcelReturned } from '@choxa/postal-contract';
import { AfterSaleWorld, type Delivered } from '../after-sale/after-sale.factory.js';
import { deliveredFacts } from '../seller-orders/delivered-facts.query.js';

let after: AfterSaleWorld;
beforeAll(async () => {
  after = await AfterSaleWorld.open();
}, 90_000);
afterAll(() => after.close());

let rests = 0;

/** Packs at 100,000 ₫, 22,000 ₫ of postage; the buyer takes these units of each line. */
const takenAtTheDoor = async (order: Delivered, taken: number[], codCollectedVnd: number): Promise<string> => {
  await after.accept(order.id);
  rests += 1;
  const rest = { number: `CX${String(rests).padStart(9, '0')}`, senderReference: randomUUID() };
  await after.shop.post(ParcelDelivered, {
    number: 'EE473124829XA',
    senderReference: order.id,
    deliveredAt: after.now(),
    deliveryPlace: 'address',
    codCollectedVnd,
    taken: taken.map((quantity) => ({ quantity })),
    rest,
  });
  return rest.senderReference;
};
const broughtBack = (id: string, order: Delivered) =>
  after.shop.post(ParcelReturned, { number: 'CX000000000', senderReference: id, returnedAt: after.now(), restOf: order.id });
const balances = async (id: string) =>
  Object.fromEntries(
    (
      await after.rows<{ account: string; vnd: number }>(
        `select account, sum(amount_vnd)::bigint as vnd from orders.ledger_entry entry join orders.ledger_journal journal on journal.key = entry.journal_key
          where seller_order_id = $1 group by account having sum(amount_vnd) <> 0`,
        [id],
      )
    ).map(({ account, vnd }) => [account, vnd]),
  );
const one = async (text: string, id: string) => (await after.rows(text, [id]))[0];

describe('a parcel of which the buyer took a part', () => {
  it('is sold in that part: the books, the payment and the counted goods agree to the đồng', async () => {
    const order = await after.ordered([2, 1]);
    await takenAtTheDoor(order, [1, 1], 222_000);
    await after.shop.world.drain();
    expect(await balances(order.id)).toEqual({ cod_at_post: 222_000, household: -200_000, postage: -22_000 });
    expect(await one('select state, amount_vnd as vnd from orders.payment_intent where seller_order_id = $1', order.id)).toEqual({
      state: 'collected',
      vnd: 222_000,
    });
    const { lines } = await after.shop.world.db.transaction((tx) => deliveredFacts(tx, order.id));
    expect(lines.map(({ lineId, quantity, amountVnd }) => [lineId, quantity, amountVnd])).toEqual([
      [order.lineIds[0], 1, 100_000],
      [order.lineIds[1], 1, 100_000],
    ]);
  });

  it('has its rest on sale again when the household has it back and has looked at it', async () => {
    const order = await after.ordered([3]);
    const id = await takenAtTheDoor(order, [1], 122_000);
    expect(await one('select state from orders.return_case where id = $1', id)).toEqual({ state: 'posted' });
    await broughtBack(id, order);
    expect([await one('select state from orders.return_case where id = $1', id), await after.onHand(order.packIds[0]!)]).toEqual([
      { state: 'arrived' },
      7,
    ]);
    expect((await after.receive(id, order, [[0, 2, 0]])).status).toBe(204);
    expect(await after.onHand(order.packIds[0]!)).toBe(9);
    expect(await after.rows('select 1 from orders.refund where seller_order_id = $1', [order.id])).toEqual([]);
    expect(await balances(order.id)).toEqual({ cod_at_post: 122_000, household: -100_000, postage: -22_000 });
  });

  it('may be returned no further than it was taken', async () => {
    const order = await after.ordered([3]);
    await takenAtTheDoor(order, [2], 222_000);
    const ask = (quantity: number) =>
      after.buyer(order, 'POST', 'returns', {
        sellerOrderId: order.id,
        reason: 'missing_part',
        lines: [{ lineId: order.lineIds[0], quantity }],
      });
    expect((await ask(3)).body.code).toBe('return.too-many');
    expect((await ask(2)).status).toBe(204);
  });
});
