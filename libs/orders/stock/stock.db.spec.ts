import { randomInt, randomUUID } from 'node:crypto';
import { Database, sql } from '@choxa/platform';
import { SeededNumbers } from '@choxa/testing';
import { OrdersWorld } from '../orders.factory.js';
import { Stock } from './stock.js';

const RIVALS = 10;
const TIMES = 20;
const COUNTED = 10_000;
const seed = Number(process.env['RACE_SEED'] ?? randomInt(2 ** 31));

// Promise 3, without the rounds in which orders share a transaction. The mutant stock-unsorted.patch must make it fail.
describe(`taking stock (RACE_SEED=${seed})`, () => {
  let shop: OrdersWorld;
  beforeAll(async () => {
    shop = await OrdersWorld.open();
  });
  afterAll(() => shop.world.close());

  it('lets ten rivals for the same five packs in any order pass each other without a deadlock', async () => {
    const [stock, db] = [shop.world.get(Stock), shop.world.get(Database)];
    const random = new SeededNumbers(seed);
    const packIds = Array.from({ length: 5 }, () => randomUUID());
    const counted = packIds.map((packId) => ({ packId, onHand: COUNTED }));
    await db.transaction((tx) => stock.open(tx, counted));
    const before = await deadlocks();
    const rival = async (): Promise<void> => {
      for (let time = 0; time < TIMES; time += 1) {
        const wanted = random.some(packIds, 5).map((packId) => ({ packId, quantity: 1, priceVnd: 1_000 }));
        expect(await db.transaction((tx) => stock.take(tx, wanted, new Date()))).toEqual({ short: [], repriced: false });
      }
    };
    await Promise.all(Array.from({ length: RIVALS }, rival));
    expect(await deadlocks()).toBe(before);
    const left = await sql(db.read, 'select distinct on_hand from orders.stock where pack_id = any($1::uuid[])', [packIds]);
    expect(left).toEqual([{ on_hand: COUNTED - RIVALS * TIMES }]);
  });

  it('takes what several orders want of one pack at once, or nothing', async () => {
    const [stock, db] = [shop.world.get(Stock), shop.world.get(Database)];
    const packId = randomUUID();
    await db.transaction((tx) => stock.open(tx, [{ packId, onHand: 5 }]));
    const take = (...quantities: number[]) =>
      db.transaction((tx) =>
        stock.take(
          tx,
          quantities.map((quantity) => ({ packId, quantity, priceVnd: 1_000 })),
          new Date(),
        ),
      );
    expect((await take(3, 3)).short).toEqual([{ packId, available: 5 }]);
    expect((await take(3, 2)).short).toEqual([]);
    expect((await take(1)).short).toEqual([{ packId, available: 0 }]);
  });

  async function deadlocks(): Promise<number> {
    const { read } = shop.world.get(Database);
    await sql(read, 'select pg_stat_force_next_flush()');
    const [row] = await sql<{ n: number }>(read, 'select deadlocks::int as n from pg_stat_database where datname = current_database()');
    return row!.n;
  }
});
