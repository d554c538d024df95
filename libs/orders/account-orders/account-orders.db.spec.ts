import { EditPack } from '@choxa/catalogue';
import { sql, type Actor } from '@choxa/platform';
import { OrdersWorld, type Seller } from '../orders.factory.js';

const DAY_MS = 86_400_000;

// The mutant e2e/mutants/unproven-guest-orders.patch must make it fail.
describe('orders of an account', () => {
  let orders: OrdersWorld;
  let seller: Seller;
  let mo: Actor;
  let packId: string;
  beforeAll(async () => {
    orders = await OrdersWorld.open();
    seller = await orders.seller('Hộ Mơ');
    packId = await orders.pack(seller, { stock: 500, name: 'Trà Shan' });
  }, 90_000);
  afterAll(() => orders.world.close());
  beforeEach(async () => {
    mo = await orders.account();
    proven(mo);
  });

  /** The session's phone was proven by a code just now. */
  const proven = (actor: Actor) => Object.assign(actor, { limits: { phoneProvenAt: orders.world.clock.now() } });
  const phoneOf = ({ phone }: Actor) => phone.replace('+84', '0');
  const place = async (more: object, as?: Actor): Promise<string> => {
    orders.world.clock.advance(1_000);
    const answer = await orders.order(await orders.cart({ packId, quantity: 2 }), { ...more }, as ? { as } : {});
    expect(answer.status).toBe(201);
    return answer.body.number;
  };
  const list = async (query = '', as = mo) => (await orders.world.http('GET', `/account/orders${query}`, { as })).body;
  const numbers = async (as = mo) => (await list('', as)).data.map(({ number }: { number: string }) => number);

  it('are its own and those placed as a guest with the proven phone, newest first, without a name or a street', async () => {
    const guest = await place({ phone: phoneOf(mo), street: 'Ngõ Bí Mật', recipientName: 'Tên Bí Mật' });
    await place({ phone: '0500 000 778' });
    const own = await place({}, mo);
    const page = await list();
    expect(page.data.map(({ number, guest: asGuest, whole }: Record<string, unknown>) => [number, asGuest, whole])).toEqual([
      [own, false, true],
      [guest, true, true],
    ]);
    expect(page.data[0].parts).toEqual([
      {
        householdName: 'Hộ Mơ',
        householdSlug: expect.any(String),
        state: 'placed',
        image: expect.any(String),
        productName: 'Trà Shan',
        lines: 1,
      },
    ]);
    expect(JSON.stringify(page)).not.toContain('Bí Mật');
    const second = await list(`?limit=1&cursor=${(await list('?limit=1')).next}`);
    expect([second.data[0].number, second.next]).toEqual([guest, null]);
    expect((await list('?stage=waiting')).data).toHaveLength(2);
    expect((await list('?stage=delivered')).data).toEqual([]);
  });

  it('are found with a code sent to the phone, and nothing else', async () => {
    const phone = '0500 000 779';
    const number = await place({ phone });
    const headers = { 'sec-fetch-site': 'same-origin' };
    await orders.world.http('POST', '/one-time-codes', { body: { phone }, headers });
    const [sent] = await sql<{ body: string }>(
      orders.world.db.read,
      `select body from platform.message where recipient = '+84500000779' and template = 'identity.code'`,
    );
    const code = /^\d{6}/.exec(sent!.body)![0];
    const { headers: answer } = await orders.world.http('POST', '/sessions', { body: { phone, code }, headers });
    const cookie = /phien=[^;]+/.exec(String(answer['set-cookie']))![0];
    const { body } = await orders.world.http('GET', '/account/orders', { cookie });
    expect(body.data.map((order: { number: string }) => order.number)).toEqual([number]);
    expect(body.adoptable).toBe(1);
  });

  it('do not include a guest’s where the session rests on no proof of the phone', async () => {
    await place({ phone: phoneOf(mo) });
    Object.assign(mo, { limits: {} });
    expect(await list()).toEqual({ data: [], next: null, adoptable: 0 });
    expect((await orders.world.http('POST', '/account/orders/adoption', { as: mo })).body).toEqual({ adopted: 0 });
  });

  it('do not include what was ordered with the number after the proof wore out, and only sum up what lies long before it', async () => {
    const old = await place({ phone: phoneOf(mo) });
    orders.world.clock.advance(181 * DAY_MS);
    proven(mo);
    orders.world.clock.advance(31 * DAY_MS);
    const later = await place({ phone: phoneOf(mo) });
    const { data, adoptable } = await list();
    expect(data.map(({ number, whole }: Record<string, unknown>) => [number, whole])).toEqual([[old, false]]);
    expect(adoptable).toBe(0);
    proven(mo);
    expect(await numbers()).toEqual([later, old]);
    for (const number of [old, 'CX00000000']) {
      expect((await orders.world.http('GET', `/account/orders/${number}/again`, { as: mo })).status).toBe(404);
      expect((await orders.world.http('GET', `/orders/${number}`, { as: mo })).status).toBe(404);
    }
  });

  it('are taken in with one tap, and then open without their key', async () => {
    const guest = await place({ phone: phoneOf(mo) });
    expect((await list()).adoptable).toBe(1);
    expect((await orders.world.http('GET', `/orders/${guest}`, { as: mo })).status).toBe(404);
    for (const adopted of [1, 0])
      expect((await orders.world.http('POST', '/account/orders/adoption', { as: mo })).body).toEqual({ adopted });
    expect((await orders.world.http('GET', `/orders/${guest}`, { as: mo })).body.number).toBe(guest);
    const [entry] = await sql<{ details: object }>(
      orders.world.db.read,
      `select details from platform.trail_entry where action = 'order.adopted' and account_id = $1`,
      [mo.accountId],
    );
    expect(entry!.details).toEqual({ numbers: [guest] });
  });

  it('can be bought again at today’s price, as far as it is sold, and another’s cannot be asked about', async () => {
    const number = await place({}, mo);
    await orders.world.get(EditPack).run(seller.actor, packId, { priceVnd: 120_000 });
    const again = (as: Actor) => orders.world.http('GET', `/account/orders/${number}/again`, { as });
    expect((await again(mo)).body).toEqual({
      sold: [expect.objectContaining({ packId, productName: 'Trà Shan', quantity: 2, priceThenVnd: 100_000, priceVnd: 120_000 })],
      gone: [],
    });
    await orders.world.http('PUT', `/packs/${packId}/stock`, { as: seller.actor, body: { onHand: 0 } });
    expect((await again(mo)).body).toMatchObject({ sold: [], gone: [{ packId, priceVnd: null }] });
    await orders.world.http('PUT', `/packs/${packId}/stock`, { as: seller.actor, body: { onHand: 500 } });
    expect((await again(await orders.account())).status).toBe(404);
  });
});
