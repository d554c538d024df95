import { randomUUID } from 'node:crypto';
import { sql } from '@choxa/platform';
import { OrdersWorld, RequestsHeard, type Seller } from '../orders.factory.js';

// Promise 5, one crash at a time; `npm run drill` kills the whole process instead. The mutant posting-outside-transaction.patch must make it fail.
describe('a checkout that dies on its last step', () => {
  let shop: OrdersWorld;
  let sellers: Seller[];
  beforeAll(async () => {
    shop = await OrdersWorld.open();
    sellers = [await shop.seller('Hộ Mơ'), await shop.seller('Hộ Mận')];
  });
  afterAll(() => shop.world.close());

  const rows = <T = Record<string, unknown>>(text: string, params: unknown[] = []) => sql<T>(shop.world.db.read, text, params);
  const posted = () => shop.world.get(RequestsHeard).heard.map((request) => request.senderReference);

  it('has left nothing, asked the post for nothing, and succeeds once when it is tried again under its key', async () => {
    const packs = await Promise.all(sellers.map((seller) => shop.pack(seller, { stock: 5 })));
    const cookie = await shop.cart(...packs.map((packId) => ({ packId, quantity: 2 })));
    const key = randomUUID();
    await rows(`create function public.dies() returns trigger language plpgsql as $$ begin raise exception 'struck by lightning'; end $$`);
    await rows(
      `create trigger dies before insert on platform.trail_entry for each row when (new.action = 'order.placed') execute function public.dies()`,
    );
    expect((await shop.order(cookie, { phone: '0500000850' }, { key })).status).toBe(500);
    await rows('drop trigger dies on platform.trail_entry');
    await shop.world.drain();
    expect(posted()).toEqual([]);
    expect(await rows('select id from orders."order"')).toEqual([]);
    expect(await rows('select on_hand from orders.stock order by pack_id')).toEqual([{ on_hand: 5 }, { on_hand: 5 }]);

    const { status, body, text } = await shop.order(cookie, { phone: '0500000850' }, { key });
    expect(status).toBe(201);
    expect((await shop.order(cookie, { phone: '0500000850' }, { key })).text).toBe(text);
    await shop.world.drain();
    expect(posted().toSorted()).toEqual(body.sellerOrders.map((part: { id: string }) => part.id).toSorted());
    expect(await rows('select count(*)::int as orders from orders."order"')).toEqual([{ orders: 1 }]);
    expect(await rows('select on_hand from orders.stock order by pack_id')).toEqual([{ on_hand: 3 }, { on_hand: 3 }]);
  });
});
