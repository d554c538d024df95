import { sql } from '@choxa/platform';
import { ParcelAccepted, ParcelDelivered, ParcelReturned } from '@choxa/postal-contract';
import { OrdersWorld, type Seller } from '../orders.factory.js';
import { OrderLedger } from './order-ledger.js';
import type { LedgerAccount } from './ledger.rules.js';

// Promise 8 as far as it concerns orders. The mutant e2e/mutants/ledger-unbalanced.patch drops the constraint.
describe('the ledger of the orders', () => {
  let shop: OrdersWorld;
  let seller: Seller;

  beforeAll(async () => {
    shop = await OrdersWorld.open();
    seller = await shop.seller('Hộ Sổ');
  }, 90_000);
  afterAll(() => shop.world.close());

  const now = () => shop.world.clock.now().toISOString();
  const balances = (id: string) => shop.world.get(OrderLedger).balances(shop.world.db.read, id);
  const standing = async (id: string) => Object.fromEntries(Object.entries(await balances(id)).filter(([, vnd]) => vnd !== 0));
  const placed = async (): Promise<string> => {
    const { body } = await shop.order(await shop.cart({ packId: await shop.pack(seller), quantity: 1 }));
    return body.sellerOrders[0].id;
  };
  const accepted = (id: string) =>
    shop.post(ParcelAccepted, { number: 'n', senderReference: id, acceptedAt: now(), weightGrams: 500, checks: [] });

  it('opens with the sale, in the checkout’s own statement', async () => {
    expect(await balances(await placed())).toEqual({ buyer: 122_000, household: -100_000, postage: -22_000 });
  });

  it('follows the cash to the post', async () => {
    const id = await placed();
    await accepted(id);
    const delivered = { number: 'n', senderReference: id, deliveredAt: now(), deliveryPlace: 'address', codCollectedVnd: 122_000 };
    await shop.post(ParcelDelivered, delivered);
    expect(await standing(id)).toEqual({ cod_at_post: 122_000, household: -100_000, postage: -22_000 });
  });

  it('is even again after a cancellation and after a return', async () => {
    const [cancelled, returned] = [await placed(), await placed()];
    await shop.world.http('POST', `/seller-orders/${cancelled}/cancellation`, { as: seller.actor, body: { reason: 'out_of_stock' } });
    await accepted(returned);
    await shop.post(ParcelReturned, { number: 'n', senderReference: returned, returnedAt: now() });
    expect([await standing(cancelled), await standing(returned)]).toEqual([{}, {}]);
  });

  it('writes a key once', async () => {
    const sellerOrderId = await placed();
    const at = shop.world.clock.now();
    const entries = [entry('bank', 5), entry('refund', -5)];
    const post = () =>
      shop.world.db.transaction((tx) =>
        shop.world.get(OrderLedger).post(tx, { key: `once:${sellerOrderId}`, sellerOrderId, kind: 'adjustment', at, entries }),
      );
    expect([await post(), await post()]).toEqual([true, false]);
    expect((await balances(sellerOrderId)).bank).toBe(5);
  });

  it('takes no journal that does not sum to zero, whoever writes it', async () => {
    const id = await placed();
    const add = (key: string, account: string, amountVnd: number) =>
      shop.world.db.transaction((tx) => sql(tx, 'insert into orders.ledger_entry values ($1, $2, $3)', [key, account, amountVnd]));
    await expect(add(`sale:${id}`, 'fee', 1)).rejects.toThrow('does not sum to zero');
    await expect(add('nothing', 'fee', 1)).rejects.toThrow('does not sum to zero');
    await expect(
      shop.world.db.transaction((tx) =>
        shop.world
          .get(OrderLedger)
          .post(tx, { key: 'x', sellerOrderId: id, kind: 'sale', at: new Date(0), entries: [entry('fee', 1), entry('tax', -2)] }),
      ),
    ).rejects.toThrow('does not sum to zero');
  });

  it.each([
    'update orders.ledger_entry set amount_vnd = -amount_vnd',
    'delete from orders.ledger_entry',
    'truncate orders.ledger_entry',
    'update orders.ledger_journal set at = now()',
    'delete from orders.ledger_journal',
  ])('refuses to %s', async (statement) => {
    await placed();
    await expect(sql(shop.world.db.read, statement)).rejects.toThrow('append-only');
  });

  it('keeps whole đồng only', async () => {
    const columns = await sql<{ type: string }>(
      shop.world.db.read,
      `select distinct data_type as type from information_schema.columns where table_schema = 'orders' and column_name like '%\\_vnd'`,
    );
    expect(columns).toEqual([{ type: 'bigint' }]);
  });
});

function entry(account: LedgerAccount, amountVnd: number) {
  return { account, amountVnd };
}
