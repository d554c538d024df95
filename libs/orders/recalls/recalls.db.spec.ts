import { Labels, MakeLot, RecallLot } from '@choxa/labelling';
import { sql } from '@choxa/platform';
import { anActor } from '@choxa/testing';
import { OrdersWorld, type Seller } from '../orders.factory.js';

let orders: OrdersWorld;
let seller: Seller;

beforeAll(async () => {
  orders = await OrdersWorld.open();
  seller = await orders.seller('Hộ Thu Hồi');
});
afterAll(() => orders.world.close());

const lotOf = (packId: string, producedOn: string, quantity?: number) =>
  orders.world.get(MakeLot).run(seller.actor, packId, { producedOn, producedKind: 'production', quantity });
const recall = async (lotId: string, scope: 'lot' | 'pack') => {
  const made = await orders.world.get(RecallLot).run(seller.actor, lotId, { scope, reason: 'spoiled', note: 'Bị mốc, xin đừng dùng.' });
  await orders.world.drain();
  return made;
};
const reach = async (id: string, as = seller.actor) => (await orders.world.http('GET', `/recalls/${id}/reach`, { as })).body;
const told = () =>
  sql<{ body: string }>(orders.world.db.read, `select body from platform.message where template = 'orders.lot-recalled' order by body`);
const buy = async (packId: string, quantity = 1) => {
  const answer = await orders.order(await orders.cart({ packId, quantity }));
  await orders.world.drain();
  return answer;
};

describe('a recalled lot', () => {
  it('reaches the buyers of that lot and nobody else; officials see counts only', async () => {
    const packId = await orders.pack(seller, { name: 'Trà lô' });
    const old = await lotOf(packId, '2026-11-01', 2);
    const first = await buy(packId, 2);
    await lotOf(packId, '2026-11-10');
    await buy(packId);
    const made = await recall(old.id, 'lot');
    expect((await told()).map(({ body }) => body)).toEqual([expect.stringContaining(first.body.number)]);
    const counts = { orders: 1, packs: 2, notPosted: 1, underWay: 0, delivered: 0, returned: 0 };
    expect(await reach(made.id)).toEqual(counts);
    expect(await reach(made.id, anActor({ role: 'official', scopeKind: 'nation', scopeId: 'VN' }))).toEqual(counts);
    const other = anActor({ role: 'official', scopeKind: 'province', scopeId: '01' });
    expect(await reach(made.id, other)).toEqual({ ...counts, orders: 0, packs: 0, notPosted: 0 });
    expect((await buy(packId)).status).toBe(201);
  });

  it('of a pack whose lots cannot be told apart reaches every sale since it was made, and none is sold any more', async () => {
    const packId = await orders.pack(seller, { name: 'Trà trộn' });
    const lot = await lotOf(packId, '2026-11-01');
    await buy(packId);
    await lotOf(packId, '2026-11-10');
    await buy(packId);
    const cart = await orders.cart({ packId, quantity: 1 });
    const made = await recall(lot.id, 'pack');
    expect(await reach(made.id)).toMatchObject({ orders: 2, packs: 2 });
    expect((await orders.order(cart)).body).toMatchObject({ status: 409, code: 'stock.short' });
  });

  it('is not sold by a checkout that was under way when it was recalled', async () => {
    const packId = await orders.pack(seller, { name: 'Trà đua', stock: 200 });
    const lot = await lotOf(packId, '2026-11-01');
    const carts = await Promise.all(Array.from({ length: 20 }, () => orders.cart({ packId, quantity: 1 })));
    const placing = carts.map((cart) => orders.order(cart));
    const [made] = await Promise.all([
      orders.world.get(RecallLot).run(seller.actor, lot.id, { scope: 'lot', reason: 'spoiled', note: 'Bị mốc, xin đừng dùng.' }),
      ...placing,
    ]);
    await orders.world.drain();
    const statuses = (await Promise.all(placing)).map(({ status }) => status);
    const sold = statuses.filter((status) => status === 201).length;
    expect(statuses.filter((status) => status === 409)).toHaveLength(20 - sold);
    expect(await reach(made.id)).toMatchObject({ orders: sold });
    const [snapshot] = (await orders.world.get(Labels).judge(orders.world.db.read, [packId], orders.world.clock.now())).values();
    expect(snapshot!.own.lotId).toBeNull();
  });
});
