import { Database, sql } from '@choxa/platform';
import { inLanes } from '../world/in-lanes.js';
import { Market } from '../world/market.js';

// Promise 1. The mutant e2e/mutants/stock-guard.patch must make it fail.
// A machine that does ten things at once may take long; the promise is about what is sold, not when.
const LIMIT_MS = 180_000;

describe('three hundred shoppers and one hundred units', () => {
  let market: Market;
  beforeAll(async () => {
    market = await Market.open({ poolSize: 16 });
  }, LIMIT_MS);
  afterAll(() => market.close());

  it(
    'sells each of 100 units once, tells the other 200 cleanly, and leaves stock 0',
    async () => {
      const packId = await market.pack({ stock: 100 });
      const carts = await inLanes(20, 300, () => market.cart({ packId, quantity: 1 }));
      const answers = await Promise.all(carts.map((cart) => market.order(cart)));
      const [ordered, refused] = [201, 409].map((status) => answers.filter((answer) => answer.status === status));
      expect({ ordered: ordered!.length, refused: refused!.length }).toEqual({ ordered: 100, refused: 200 });
      expect(new Set(refused!.map((answer) => answer.body.code))).toEqual(new Set(['stock.short']));
      expect(refused![0]!.body.errors[0].pointer).toBe('/lines/0/quantity');
      expect(await left(packId)).toEqual([{ onHand: 0, shown: 0, sold: 100 }]);
    },
    LIMIT_MS,
  );

  it(
    'never oversells when carts hold two packs in either order',
    async () => {
      const [a, b] = [await market.pack({ stock: 30 }), await market.pack({ stock: 30 })];
      const carts = await inLanes(20, 60, (index) => {
        const lines = [a, b].map((packId) => ({ packId, quantity: 1 }));
        return market.cart(...(index % 2 ? lines : lines.toReversed()));
      });
      const answers = await Promise.all(carts.map((cart) => market.order(cart)));
      expect(answers.filter((answer) => answer.status === 201)).toHaveLength(30);
      expect(answers.filter((answer) => answer.status === 409)).toHaveLength(30);
      expect([...(await left(a)), ...(await left(b))]).toEqual([
        { onHand: 0, shown: 0, sold: 30 },
        { onHand: 0, shown: 0, sold: 30 },
      ]);
    },
    LIMIT_MS,
  );

  async function left(packId: string) {
    return sql(
      market.world.get(Database).read,
      `select stock.on_hand as "onHand", listing.on_hand as shown,
              (select coalesce(sum(quantity), 0)::int from orders.order_line line where line.pack_id = stock.pack_id) as sold
         from orders.stock stock join catalogue.listing listing using (pack_id) where stock.pack_id = $1`,
      [packId],
    );
  }
});
