import { randomUUID } from 'node:crypto';
import { AfterSaleWorld, type Delivered } from '../after-sale/after-sale.factory.js';
import { OrderLedger } from '../ledger/order-ledger.js';
import { OweMissingRefunds } from './owe-missing-refunds.js';

let after: AfterSaleWorld;
beforeAll(async () => {
  after = await AfterSaleWorld.open();
}, 90_000);
afterAll(() => after.close());

const standing = async (id: string) =>
  Object.fromEntries(
    Object.entries(await after.shop.world.get(OrderLedger).balances(after.shop.world.db.read, id)).filter(([, vnd]) => vnd !== 0),
  );
const refund = async (order: Delivered) =>
  (
    await after.rows<{ id: string; state: string; amount: number }>(
      'select id, state, amount_vnd as amount from orders.refund where seller_order_id = $1',
      [order.id],
    )
  )[0]!;

/** A delivered order of two packs of which one is given back for a refund. */
async function owed(): Promise<Delivered> {
  const order = await after.delivered([2]);
  await after.household('POST', `/returns/${await after.returned(order, [1])}/approval`, { goods: 'keep' });
  return order;
}

describe('a refund', () => {
  it('is owed in the books, paid by the household, confirmed by the buyer', async () => {
    const order = await owed();
    expect(await standing(order.id)).toEqual({ cod_at_post: 222_000, household: -100_000, postage: -22_000, refund: -100_000 });
    const { id } = await refund(order);
    expect((await after.household('POST', `/refunds/${id}/payment`, { way: 'transfer', reference: 'FT2511160001' })).status).toBe(204);
    expect(await standing(order.id)).toEqual({ cod_at_post: 222_000, bank: -100_000, household: -100_000, postage: -22_000 });
    expect((await after.household('POST', `/refunds/${id}/payment`, { way: 'transfer', reference: 'FT2511160002' })).body.code).toBe(
      'refund.state',
    );
    expect((await after.buyer(order, 'POST', `refunds/${id}/receipt`, { received: true })).status).toBe(204);
    expect((await after.buyer(order, 'GET', 'after-sale')).body.parts[0].refunds).toMatchObject([
      { state: 'received', reference: 'FT2511160001' },
    ]);
  });

  it('may be paid out of the cash at the post, as far as it lies there', async () => {
    const order = await owed();
    const { id } = await refund(order);
    await after.household('POST', `/refunds/${id}/payment`, { way: 'post', reference: 'BĐ 16/11' });
    expect(await standing(order.id)).toEqual({ cod_at_post: 122_000, household: -100_000, postage: -22_000 });
  });

  it('that has not arrived is said so, and paid again it is booked once', async () => {
    const order = await owed();
    const { id } = await refund(order);
    await after.household('POST', `/refunds/${id}/payment`, { way: 'transfer', reference: 'FT1' });
    await after.buyer(order, 'POST', `refunds/${id}/receipt`, { received: false });
    expect((await after.household('GET', '/household/refunds')).body.data).toContainEqual(
      expect.objectContaining({ id, state: 'disputed' }),
    );
    await after.household('POST', `/refunds/${id}/payment`, { way: 'transfer', reference: 'FT2' });
    expect((await standing(order.id)).bank).toBe(-100_000);
  });

  it('is paid by its own household and answered by its own buyer alone', async () => {
    const [order, other] = [await owed(), await owed()];
    const { id } = await refund(order);
    const stranger = await after.shop.seller('Hộ Lạ');
    const payment = { way: 'transfer', reference: 'FT1' };
    expect((await after.household('POST', `/refunds/${id}/payment`, payment, stranger.actor)).status).toBe(404);
    expect((await after.household('POST', `/refunds/${id}/payment`, { ...payment, amountVnd: 1 })).status).toBe(400);
    expect((await after.buyer(other, 'POST', `refunds/${id}/receipt`, { received: true })).status).toBe(404);
    expect((await refund(order)).state).toBe('due');
  });

  it('is recorded for what the books owe without anybody’s tap, once', async () => {
    const order = await after.delivered([1]);
    const world = after.shop.world;
    await world.db.transaction((tx) =>
      world.get(OrderLedger).post(tx, {
        key: `test:${order.id}`,
        sellerOrderId: order.id,
        kind: 'adjustment',
        at: world.clock.now(),
        entries: [
          { account: 'household', amountVnd: 7_000 },
          { account: 'refund', amountVnd: -7_000 },
        ],
      }),
    );
    expect(await world.get(OweMissingRefunds).run()).toBe(1);
    expect(await world.get(OweMissingRefunds).run()).toBe(0);
    expect(await refund(order)).toMatchObject({ amount: 7_000, state: 'due' });
  });
});

describe('what was paid', () => {
  const insert = (order: Delivered, amountVnd: number) =>
    after.rows(
      `insert into orders.refund (id, seller_order_id, cause, amount_vnd, state, due_at, owed_at, changed_at)
       values ($1, $2, 'return', $3, 'due', now(), now(), now())`,
      [randomUUID(), order.id, amountVnd],
    );

  it('is the most that is ever refunded, also with ten rivals at once', async () => {
    const order = await after.delivered([2]);
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => insert(order, 60_000)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    const [sum] = await after.rows<{ n: number }>('select sum(amount_vnd)::bigint as n from orders.refund where seller_order_id = $1', [
      order.id,
    ]);
    expect(sum!.n).toBe(180_000);
  });

  it('is nothing before the door, so nothing is refunded', async () => {
    const order = await after.ordered([1]);
    await expect(insert(order, 1)).rejects.toThrow('above what was paid');
  });
});
