import { randomUUID } from 'node:crypto';
import { EditPack, PauseProduct } from '@choxa/catalogue';
import { MakeLot, RecallLot } from '@choxa/labelling';
import { sql, type Actor } from '@choxa/platform';
import { OrdersWorld, type Seller } from '../orders.factory.js';
import { DropOldCarts } from './drop-old-carts.js';

// Whose cart it is, and what it says about what changed. The mutant e2e/mutants/cart-opened-without-proof.patch must make it fail.
describe('a cart', () => {
  let shop: OrdersWorld;
  let [mo, ba]: Seller[] = [];
  beforeAll(async () => {
    shop = await OrdersWorld.open();
    mo = await shop.seller('Hộ Mơ');
    ba = await shop.seller('Hộ Ba');
  });
  afterAll(() => shop.world.close());

  const rows = <T = Record<string, unknown>>(text: string, params: unknown[] = []) => sql<T>(shop.world.db.read, text, params);
  const http = (...args: Parameters<OrdersWorld['world']['http']>) => shop.world.http(...args);
  const seen = async (who: { cookie?: string; as?: Actor }) => {
    const { body } = await http('GET', '/cart', who);
    return (body.lines as { packId: string; quantity: number }[]).map(({ packId, quantity }) => [packId, quantity]);
  };

  describe('of somebody who signs in', () => {
    it('goes into the account’s, adds up, is seen on other devices and no more by the cookie', async () => {
      const [tea, jam] = [await shop.pack(mo!), await shop.pack(ba!)];
      const buyer = await shop.account();
      await http('POST', '/cart/lines', { as: buyer, body: { packId: tea, quantity: 2 } });
      shop.world.clock.advance(1_000);
      const cookie = await shop.cart({ packId: tea, quantity: 3 }, { packId: jam, quantity: 1 });
      expect(await seen({ as: buyer, cookie })).toEqual([
        [tea, 5],
        [jam, 1],
      ]);
      const merged = await http('POST', '/cart/merging', { as: buyer, cookie });
      expect([merged.status, String(merged.headers['set-cookie'])]).toEqual([200, expect.stringMatching(/^gio=;/)]);
      expect(await seen({ as: buyer })).toEqual([
        [tea, 5],
        [jam, 1],
      ]);
      expect(await seen({ cookie })).toEqual([]);
      expect((await http('POST', '/cart/merging', { as: buyer, cookie })).body.count).toBe(6);
    });

    it('is opened by nobody without proof: not by the id of an account’s cart, not by its phone, not by another account', async () => {
      const packId = await shop.pack(mo!);
      const [buyer, stranger] = [await shop.account(), await shop.account()];
      await http('POST', '/cart/lines', { as: buyer, body: { packId, quantity: 2 } });
      const [cart] = await rows<{ id: string }>('select id from orders.cart where account_id = $1', [buyer.accountId]);
      const cookie = `gio=${cart!.id}`;
      expect(await seen({ cookie })).toEqual([]);
      expect(await seen({ as: stranger, cookie })).toEqual([]);
      expect((await http('POST', '/cart/merging', { as: stranger, cookie })).body.count).toBe(0);
      expect((await shop.order(cookie, { phone: buyer.phone })).body.code).toBe('cart.empty');
      await http('PUT', `/cart/lines/${packId}`, { cookie, body: { quantity: 9 } });
      expect((await http('POST', '/cart/merging', { cookie })).status).toBe(401);
      expect(await seen({ as: buyer })).toEqual([[packId, 2]]);
    });

    // Promise 2; the mutant cart-lines-not-added.patch must make it fail.
    it('is one wish where the same pack lies in both carts: more than there is of it is refused', async () => {
      const packId = await shop.pack(mo!, { stock: 3 });
      const buyer = await shop.account();
      await http('POST', '/cart/lines', { as: buyer, body: { packId, quantity: 2 } });
      const cookie = await shop.cart({ packId, quantity: 2 });
      const { status, body } = await shop.order(cookie, { phone: buyer.phone }, { as: buyer });
      expect([status, body.code]).toEqual([409, 'stock.short']);
      expect(await rows('select on_hand from orders.stock where pack_id = $1', [packId])).toEqual([{ on_hand: 3 }]);
    });

    it('is ordered whole, and is empty then on every device', async () => {
      const [tea, jam] = [await shop.pack(mo!), await shop.pack(ba!)];
      const buyer = await shop.account();
      await http('POST', '/cart/lines', { as: buyer, body: { packId: tea, quantity: 1 } });
      const cookie = await shop.cart({ packId: tea, quantity: 1 }, { packId: jam, quantity: 1 });
      const { status, body } = await shop.order(cookie, { phone: buyer.phone }, { as: buyer });
      expect([status, body.goodsVnd]).toEqual([201, 300_000]);
      expect([await seen({ as: buyer }), await seen({ cookie })]).toEqual([[], []]);
    });
  });

  describe('that changed in between', () => {
    it('says per line what happened, shows every household, and takes all of it in one step', async () => {
      const price = await shop.pack(mo!, { stock: 5, priceVnd: 80_000 });
      const few = await shop.pack(mo!, { stock: 5 });
      const [out, paused, recalled, takenDown] = [await shop.pack(ba!), await shop.pack(ba!), await shop.pack(ba!), await shop.pack(ba!)];
      const lot = await shop.world.get(MakeLot).run(ba!.actor, recalled, { producedOn: '2026-11-01', producedKind: 'production' });
      const cookie = await shop.cart(...[price, few, out, paused, recalled, takenDown].map((packId) => ({ packId, quantity: 4 })));
      const productOf = async (packId: string) =>
        (await rows<{ id: string }>('select product_id as id from catalogue.pack where id = $1', [packId]))[0]!.id;
      await shop.world.get(EditPack).run(mo!.actor, price, { priceVnd: 85_000 });
      await http('PUT', `/packs/${few}/stock`, { as: mo!.actor, body: { onHand: 3 } });
      await http('PUT', `/packs/${out}/stock`, { as: ba!.actor, body: { onHand: 0 } });
      await shop.world.get(PauseProduct).run(ba!.actor, await productOf(paused));
      await shop.world.get(RecallLot).run(ba!.actor, lot.id, { scope: 'pack', reason: 'spoiled', note: 'Bị mốc, xin đừng dùng.' });
      await rows('update catalogue.product set taken_down_at = now() where id = $1', [await productOf(takenDown)]);
      await rows('update catalogue.listing set published = false where pack_id = $1', [takenDown]);
      await shop.world.drain();

      const { body } = await http('GET', '/cart?province=79', { cookie });
      expect(body.lines.map((line: { problem: string }) => line.problem)).toEqual([
        'price_changed',
        'short',
        'sold_out',
        'paused',
        'recalled',
        'taken_down',
      ]);
      expect(body.households).toMatchObject([
        { name: 'Hộ Mơ', goodsVnd: 340_000, postageStatus: 'quoted' },
        { name: 'Hộ Ba', goodsVnd: 0, postageStatus: 'nothing', postageVnd: null },
      ]);
      expect(body).toMatchObject({ canOrder: false, paymentMethods: ['cod'] });
      const accepted = (await http('POST', '/cart/acceptance', { cookie })).body;
      expect(accepted).toMatchObject({ canOrder: true, goodsVnd: 4 * 85_000 + 3 * 100_000, count: 7 });
      expect(accepted.lines.map((line: { problem: string | null }) => line.problem)).toEqual([null, null]);
      expect((await shop.order(cookie)).status).toBe(201);
    });
  });

  it('has fifty lines at most, and each of them can still be changed', async () => {
    const packId = await shop.pack(mo!);
    const cookie = await shop.cart({ packId, quantity: 1 });
    await rows(
      `insert into orders.cart_line (cart_id, pack_id, quantity, seen_price_vnd, added_at)
       select $1, gen_random_uuid(), 1, 1, now() from generate_series(1, 49)`,
      [cookie.slice(4)],
    );
    expect((await http('POST', '/cart/lines', { cookie, body: { packId: await shop.pack(mo!), quantity: 1 } })).body.code).toBe(
      'cart.full',
    );
    expect((await http('PUT', `/cart/lines/${packId}`, { cookie, body: { quantity: 7 } })).status).toBe(200);
  });

  it('remembers a quote for a minute, and that there was none not at all', async () => {
    const cookie = await shop.cart({ packId: await shop.pack(mo!, { priceVnd: 123_000 }), quantity: 1 });
    const look = async () => (await http('GET', '/cart?province=79', { cookie })).body.households[0].postageStatus;
    const usual = shop.quotes.answer;
    shop.quotes.answer = { status: 'unavailable' };
    expect(await look()).toBe('unavailable');
    shop.quotes.answer = usual;
    const before = shop.quotes.asked.length;
    expect([await look(), await look()]).toEqual(['quoted', 'quoted']);
    expect(shop.quotes.asked.length - before).toBe(1);
    shop.world.clock.advance(60_001);
    await look();
    expect(shop.quotes.asked.length - before).toBe(2);
  });

  it('has beside it the post’s quote to a province for a pack, or the honest word that there is none', async () => {
    const usual = shop.quotes.answer;
    const packId = await shop.pack(mo!, { priceVnd: 90_000 });
    const quote = async (id = packId) => http('GET', `/packs/${id}/postage?province=79`);
    shop.quotes.answer = { status: 'quoted', postageVnd: 31_000, codFeeVnd: 0, days: 3, operatorCode: 'mau' };
    expect((await quote()).body).toEqual({ status: 'quoted', postageVnd: 31_000, days: 3 });
    expect(shop.quotes.asked.at(-1)).toMatchObject({ toProvinceCode: '79', weightGrams: 250, codVnd: 90_000 });
    shop.quotes.answer = { status: 'unavailable' };
    // A quote is remembered for a minute.
    shop.world.clock.advance(61_000);
    expect((await quote()).body).toEqual({ status: 'unavailable', postageVnd: null, days: null });
    expect([(await quote(randomUUID())).status, (await http('GET', `/packs/${packId}/postage`)).status]).toEqual([404, 400]);
    shop.quotes.answer = usual;
  });

  it('is forgotten after a month without a touch, an account’s after half a year', async () => {
    const packId = await shop.pack(mo!);
    const buyer = await shop.account();
    await http('POST', '/cart/lines', { as: buyer, body: { packId, quantity: 1 } });
    const cookie = await shop.cart({ packId, quantity: 1 });
    const day = 86_400_000;
    const left = async (days: number) => {
      shop.world.clock.advance(days * day);
      await shop.world.get(DropOldCarts).run();
      return [(await seen({ cookie })).length, (await seen({ as: buyer })).length];
    };
    expect(await left(29)).toEqual([1, 1]);
    expect(await left(2)).toEqual([0, 1]);
    expect(await left(150)).toEqual([0, 0]);
    expect(await rows('select 1 from orders.cart_line where cart_id = $1', [cookie.slice(4)])).toEqual([]);
  });

  it('of a made-up cookie is empty', async () => {
    expect(await seen({ cookie: `gio=${randomUUID()}` })).toEqual([]);
  });
});
