import { randomInt, randomUUID } from 'node:crypto';
import { Database, sql } from '@choxa/platform';
import { SeededNumbers } from '@choxa/testing';
import { Market } from '../world/market.js';
import { inLanes } from '../world/in-lanes.js';

// Promises 2, 3 and 4. Their mutants are in orders and platform.
const LIMIT_MS = 240_000;
const seed = Number(process.env['RACE_SEED'] ?? randomInt(2 ** 31));

describe(`carts that race (RACE_SEED=${seed})`, () => {
  let market: Market;
  beforeAll(async () => {
    market = await Market.open({ poolSize: 16 });
  }, LIMIT_MS);
  afterAll(() => market.close());

  it(
    'sells nothing twice to 500 random carts with up to five packs each, and takes a cart whole or not at all',
    async () => {
      const random = new SeededNumbers(seed);
      const packs = await Promise.all(Array.from({ length: 8 }, async () => ({ packId: await market.pack({ stock: 60 }), stock: 60 })));
      const carts = await inLanes(20, 500, async () => {
        const lines = random.some(packs, 1 + random.below(5)).map(({ packId }) => ({ packId, quantity: 1 + random.below(4) }));
        return { cookie: await market.cart(...lines), lines };
      });
      const answers = await inLanes(50, carts.length, (index) => market.order(carts[index]!.cookie));
      expect(new Set(answers.map(({ status, body }) => (status === 201 ? 'ordered' : `${status} ${body.code}`)))).toEqual(
        new Set(['ordered', '409 stock.short']),
      );
      for (const { packId, stock } of packs) {
        const ordered = carts.flatMap(({ lines }, index) => (answers[index]!.status === 201 ? lines : []));
        const sold = ordered.filter((line) => line.packId === packId).reduce((sum, line) => sum + line.quantity, 0);
        expect(await standing(packId)).toEqual({ onHand: stock - sold, shown: stock - sold, sold });
      }
    },
    LIMIT_MS,
  );

  it(
    'lets 50 shoppers with the same five packs in any order pass each other without a deadlock',
    async () => {
      const random = new SeededNumbers(seed);
      const packs = await Promise.all(Array.from({ length: 5 }, () => market.pack({ stock: 10_000 })));
      const before = await deadlocks();
      for (let round = 0; round < 3; round += 1) {
        const carts = await inLanes(20, 50, () => market.cart(...random.some(packs, 5).map((packId) => ({ packId, quantity: 1 }))));
        const answers = await Promise.all(carts.map((cookie) => market.order(cookie)));
        expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
      }
      expect(await deadlocks()).toBe(before);
    },
    LIMIT_MS,
  );

  it(
    'makes one order of a cart, whatever the keys it is ordered with at once',
    async () => {
      const packId = await market.pack({ stock: 50 });
      const cookie = await market.cart({ packId, quantity: 2 });
      const answers = await Promise.all(Array.from({ length: 20 }, () => market.order(cookie)));
      const refused = answers.filter((answer) => answer.status !== 201);
      expect(refused).toHaveLength(19);
      for (const { status, body } of refused) expect([409, ['cart.empty', 'cart.changed'].includes(body.code)]).toEqual([status, true]);
      expect(await standing(packId)).toEqual({ onHand: 48, shown: 48, sold: 2 });
    },
    LIMIT_MS,
  );

  it(
    'answers one key 50 times at once and 50 times later with the same bytes; another buyer may use the same key',
    async () => {
      const packId = await market.pack({ stock: 10 });
      const key = randomUUID();
      const cookie = await market.cart({ packId, quantity: 1 });
      const atOnce = await Promise.all(Array.from({ length: 50 }, () => market.order(cookie, { key })));
      const later = await inLanes(10, 50, () => market.order(cookie, { key }));
      expect(new Set([...atOnce, ...later].map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
      expect(atOnce[0]!.status).toBe(201);
      const changed = await market.order(cookie, { key, street: 'Số 2' });
      expect([changed.status, changed.body.code]).toEqual([422, 'idempotency.reused']);
      const other = await market.order(await market.cart({ packId, quantity: 1 }), { key });
      expect([other.status, other.body.number === atOnce[0]!.body.number]).toEqual([201, false]);
      expect(await standing(packId)).toEqual({ onHand: 8, shown: 8, sold: 2 });
    },
    LIMIT_MS,
  );

  async function standing(packId: string) {
    const [row] = await sql(
      market.world.get(Database).read,
      `select stock.on_hand as "onHand", listing.on_hand as shown,
              (select coalesce(sum(quantity), 0)::int from orders.order_line line where line.pack_id = stock.pack_id) as sold
         from orders.stock stock join catalogue.listing listing using (pack_id) where stock.pack_id = $1`,
      [packId],
    );
    return row;
  }

  /** As the server counts them for this database, which is this test's own. */
  async function deadlocks(): Promise<number> {
    const { read } = market.world.get(Database);
    await sql(read, 'select pg_stat_force_next_flush()');
    const [row] = await sql<{ n: number }>(read, 'select deadlocks::int as n from pg_stat_database where datname = current_database()');
    return row!.n;
  }
});
