import { sql } from '@choxa/platform';
import { OrdersWorld } from '../orders.factory.js';

describe('looking up one order', () => {
  let orders: OrdersWorld;
  let packId: string;
  beforeAll(async () => {
    orders = await OrdersWorld.open();
    packId = await orders.pack(await orders.seller('Hộ Tìm'), { stock: 50 });
  }, 90_000);
  afterAll(() => orders.world.close());

  const placed = async (phone: string) => (await orders.order(await orders.cart({ packId, quantity: 1 }), { phone })).body;
  const ask = (number: string, phone: string) => orders.world.http('POST', '/order-look-ups/codes', { body: { number, phone } });
  const find = (number: string, phone: string, code: string) =>
    orders.world.http('POST', '/order-look-ups', { body: { number, phone, code } });
  async function codeFor(number: string, phone: string): Promise<string> {
    orders.world.clock.advance(1_000);
    await ask(number, phone);
    const [sent] = await sql<{ body: string }>(
      orders.world.db.read,
      `select body from platform.message where recipient = $1 and template = 'identity.code' order by sent_at desc limit 1`,
      [phone.replace(/^0/, '+84').replaceAll(' ', '')],
    );
    return /^\d{6}/.exec(sent!.body)![0];
  }

  it('takes number, phone and the code sent to it, and gives a new key in place of the old', async () => {
    const { number, accessKey } = await placed('0500 100 001');
    const { status, body } = await find(number.toLowerCase(), '0500100001', await codeFor(number, '0500100001'));
    expect([status, body.number]).toEqual([200, number]);
    expect((await orders.world.http('GET', `/orders/${number}?key=${body.accessKey}`)).body.number).toBe(number);
    expect((await orders.world.http('GET', `/orders/${number}?key=${accessKey}`)).status).toBe(404);
  });

  it('asks a code alike for an order that is there and one that is not, and says nothing of it with a wrong code', async () => {
    const { number } = await placed('0500 100 002');
    const answers = [await ask(number, '0500100002'), await ask('CX00000000', '0500100003'), await ask(number, '0500100004')];
    expect(answers.map(({ status, body }) => [status, Object.keys(body)])).toEqual(Array.from({ length: 3 }, () => [202, ['expiresAt']]));
    const wrong = [await find(number, '0500100002', '000000'), await find('CX00000000', '0500100003', '000000')];
    expect(wrong.map(({ status, body }) => [status, body.code])).toEqual([
      [401, 'code.wrong'],
      [401, 'code.wrong'],
    ]);
  });

  it('finds no order of another phone, none with a code asked for another order, and none so old that the number may have changed hands', async () => {
    const [mine, other] = [await placed('0500 100 005'), await placed('0500 100 006')];
    expect((await find(other.number, '0500100005', await codeFor(other.number, '0500100005'))).status).toBe(404);
    const code = await codeFor(mine.number, '0500100005');
    expect((await find(other.number, '0500100005', code)).body.code).toBe('code.expired');
    orders.world.clock.advance(181 * 86_400_000);
    expect((await find(mine.number, '0500100005', await codeFor(mine.number, '0500100005'))).status).toBe(404);
  });
});
