import sharp from 'sharp';
import { sql } from '@choxa/platform';
import { ParcelAccepted } from '@choxa/postal-contract';
import { OrdersWorld, type Seller } from '../orders.factory.js';
import { ChaseUnpaidOrders } from './chase-unpaid-orders.js';
import { readQr } from './qr-reader.factory.js';
import { vietQrText } from './vietqr.js';

const HOUR_MS = 3_600_000;

describe('paying by transfer', () => {
  let shop: OrdersWorld;
  let mo: Seller;
  let ba: Seller;

  beforeAll(async () => {
    shop = await OrdersWorld.open();
    [mo, ba] = [await shop.seller('Hộ Mơ'), await shop.seller('Hộ Ba', '05503')];
    await shop.payoutAccount(mo, '0500123456');
  }, 90_000);
  afterAll(() => shop.world.close());

  const rows = <T = Record<string, unknown>>(text: string, params: unknown[] = []) => sql<T>(shop.world.db.read, text, params);
  const http = (...args: Parameters<OrdersWorld['world']['http']>) => shop.world.http(...args);
  const stateOf = async (id: string) =>
    (
      await rows<{ payment: string; state: string }>(
        `select payment.state as payment, part.state from orders.payment_intent payment
           join orders.seller_order part on part.id = payment.seller_order_id where part.id = $1`,
        [id],
      )
    )[0];
  const told = async (template: string, number: string) =>
    (
      await rows<{ n: number }>(`select count(*)::int as n from platform.message where template = $1 and body like '%' || $2 || '%'`, [
        template,
        number,
      ])
    )[0]!.n;

  async function ordered(seller = mo, more: object = {}, stock = 10) {
    const packId = await shop.pack(seller, { stock });
    const { status, body } = await shop.order(await shop.cart({ packId, quantity: 2 }), { paymentMethod: 'vietqr', ...more });
    return { status, body, packId, number: body.number as string, key: body.accessKey as string, id: body.sellerOrders?.[0].id as string };
  }
  const paymentOf = async ({ number, key }: { number: string; key: string }) =>
    (await http('GET', `/orders/${number}/payments?key=${key}`)).body.data[0];

  it('is offered only where every household has an account in effect', async () => {
    const [tea, jam] = [await shop.pack(mo), await shop.pack(ba)];
    const one = await shop.cart({ packId: tea, quantity: 1 });
    expect((await http('GET', '/cart', { cookie: one })).body.paymentMethods).toEqual(['cod', 'vietqr']);
    const both = await shop.cart({ packId: tea, quantity: 1 }, { packId: jam, quantity: 1 });
    expect((await http('GET', '/cart', { cookie: both })).body.paymentMethods).toEqual(['cod']);
    const refused = await shop.order(both, { paymentMethod: 'vietqr' });
    expect([refused.status, refused.body.code]).toEqual([409, 'payment.method']);
    expect((await ordered(mo, { paymentMethod: 'gateway' })).body.code).toBe('payment.method');
    expect((await ordered(mo, {}, 1)).body.code).toBe('stock.short');
  });

  it('leaves the post nothing to collect', async () => {
    const { body, id } = await ordered();
    expect(body.sellerOrders[0]).toMatchObject({ goodsVnd: 200_000, codVnd: 0 });
    expect(await rows('select cod_vnd::int as "codVnd" from orders.seller_order where id = $1', [id])).toEqual([{ codVnd: 0 }]);
  });

  it('costs no fee for collecting cash; the shopper sees what either way costs before ordering', async () => {
    const usual = shop.quotes.answer;
    shop.quotes.answer = { status: 'quoted', postageVnd: 30_000, codFeeVnd: 8_000, days: 2, operatorCode: 'mau' };
    try {
      const packId = await shop.pack(mo, { priceVnd: 95_000 });
      const charged = async (paymentMethod: 'cod' | 'vietqr', quantity: number) => {
        const cookie = await shop.cart({ packId, quantity });
        const { totalVnd, prepaidTotalVnd } = (await http('GET', '/cart?province=79', { cookie })).body;
        const expectedTotalVnd = paymentMethod === 'cod' ? totalVnd : prepaidTotalVnd;
        const { status, body } = await shop.order(cookie, { paymentMethod, expectedTotalVnd });
        return [status, body.postageVnd, body.totalVnd];
      };
      expect(await charged('cod', 3)).toEqual([201, 30_000, 315_000]);
      expect(await charged('vietqr', 4)).toEqual([201, 22_000, 402_000]);
    } finally {
      shop.quotes.answer = usual;
    }
  });

  it('says where to, how much and under which reference, and draws it as a code that a decoder reads', async () => {
    const order = await ordered();
    const payment = await paymentOf(order);
    expect(payment).toMatchObject({
      method: 'vietqr',
      state: 'due',
      amountVnd: 222_000,
      reference: `${order.number}01`,
      transfer: { bankName: 'ACB', accountNumber: '0500123456', holderName: 'NGUOI THU' },
    });
    const { text } = await http('GET', `/orders/${order.number}/payments/${order.id}/qr.svg?key=${order.key}`);
    const png = await sharp(Buffer.from(text)).resize(600).flatten({ background: '#fff' }).png().toBuffer();
    const transfer = { bankBin: '970416', accountNumber: '0500123456', amountVnd: 222_000, reference: payment.reference };
    expect(await readQr(png)).toEqual([vietQrText(transfer)]);
  });

  it('shows nobody else where to pay', async () => {
    const order = await ordered();
    expect((await http('GET', `/orders/${order.number}/payments?key=wrong`)).status).toBe(404);
    expect((await http('GET', `/orders/${order.number}/payments/${order.id}/qr.svg`)).status).toBe(404);
  });

  it('counts once the household has seen it, and once only', async () => {
    const order = await ordered();
    const receipt = (as = mo.actor) => http('POST', `/seller-orders/${order.id}/payment-receipt`, { as });
    expect((await receipt(ba.actor)).status).toBe(404);
    expect(await stateOf(order.id)).toEqual({ payment: 'due', state: 'placed' });
    expect([(await receipt()).status, (await receipt()).status]).toEqual([204, 204]);
    expect(await stateOf(order.id)).toEqual({ payment: 'paid', state: 'placed' });
    expect(await told('orders.paid', order.number)).toBe(2);
    expect(await paymentOf(order)).toMatchObject({ state: 'paid', transfer: null, payBy: null });
    expect((await http('GET', `/orders/${order.number}/payments/${order.id}/qr.svg?key=${order.key}`)).status).toBe(404);
  });

  it('is not confirmed for an order that is paid at the door', async () => {
    const { id } = await ordered(mo, { paymentMethod: 'cod' });
    const answer = await http('POST', `/seller-orders/${id}/payment-receipt`, { as: mo.actor });
    expect([answer.status, answer.body.code]).toEqual([409, 'payment.not-awaited']);
  });

  it('comes before packing', async () => {
    const { id } = await ordered();
    const early = await http('POST', `/seller-orders/${id}/packing`, { as: mo.actor });
    expect([early.status, early.body.code]).toEqual([409, 'payment.awaited']);
    await http('POST', `/seller-orders/${id}/payment-receipt`, { as: mo.actor });
    expect((await http('POST', `/seller-orders/${id}/packing`, { as: mo.actor })).body.state).toBe('packed');
  });

  it('is asked for once more, then the order is cancelled and its goods are on sale again', async () => {
    const order = await ordered(mo, {}, 5);
    const chase = () => shop.world.get(ChaseUnpaidOrders).run();
    await chase();
    shop.world.clock.advance(12 * HOUR_MS);
    await chase();
    await chase();
    expect([await told('orders.unpaid', order.number), await stateOf(order.id)]).toEqual([1, { payment: 'due', state: 'placed' }]);
    shop.world.clock.advance(12 * HOUR_MS);
    await chase();
    expect(await stateOf(order.id)).toEqual({ payment: 'void', state: 'cancelled' });
    expect(await rows('select on_hand from orders.stock where pack_id = $1', [order.packId])).toEqual([{ on_hand: 5 }]);
  });

  it('is left alone once it is paid, and owed back when it comes after the cancellation', async () => {
    const [paid, late] = [await ordered(), await ordered()];
    await http('POST', `/seller-orders/${paid.id}/payment-receipt`, { as: mo.actor });
    shop.world.clock.advance(25 * HOUR_MS);
    await shop.world.get(ChaseUnpaidOrders).run();
    expect([await stateOf(paid.id), await stateOf(late.id)]).toEqual([
      { payment: 'paid', state: 'placed' },
      { payment: 'void', state: 'cancelled' },
    ]);
    expect((await http('POST', `/seller-orders/${late.id}/payment-receipt`, { as: mo.actor })).status).toBe(204);
    expect(await stateOf(late.id)).toEqual({ payment: 'refund_due', state: 'cancelled' });
    expect(await told('orders.paid-late', late.number)).toBe(2);
  });

  it('does not stop what the post carries already', async () => {
    const { id } = await ordered();
    await shop.post(ParcelAccepted, {
      number: 'n',
      senderReference: id,
      acceptedAt: shop.world.clock.now().toISOString(),
      weightGrams: 1,
      checks: [],
    });
    shop.world.clock.advance(25 * HOUR_MS);
    await shop.world.get(ChaseUnpaidOrders).run();
    expect(await stateOf(id)).toEqual({ payment: 'due', state: 'posted' });
  });

  describe('found in the bank’s statement', () => {
    const statement = async (lines: string[], { apply = false, as = mo.actor } = {}) => {
      const text = ['Ngân hàng mẫu,,,', 'Tài khoản,0500123456,,', 'Ngày giao dịch,Số tiền ghi nợ,Số tiền ghi có,Nội dung', ...lines].join(
        '\n',
      );
      return shop.upload(`/household/bank-statements${apply ? '?apply=true' : ''}`, as, text);
    };
    const outcomes = (body: { lines: { outcome: string }[] }) => body.lines.map(({ outcome }) => outcome);

    it('is shown first, then booked, and a line counts once', async () => {
      const [exact, less, more] = [await ordered(), await ordered(), await ordered()];
      const lines = [
        `16/11/2026,,"222,000",MBVCB.12 ${exact.number} 01 CT tu NGUOI MUA`,
        `16/11/2026,,"200,000",${less.number}01`,
        `16/11/2026,,"230.000",chuyen tien ${more.number.toLowerCase()}01`,
        `16/11/2026,,"50,000",tien dien thang 11`,
        `16/11/2026,"90,000",,phi`,
        `32/11/2026,,"50,000",hong`,
      ];
      const preview = await statement(lines);
      expect([preview.status, outcomes(preview.body), preview.body.found]).toEqual([200, ['matched', 'less', 'more', 'unknown', 'bad'], 1]);
      expect(preview.body.lines[1]).toMatchObject({ awaitedVnd: 222_000, amountVnd: 200_000, reference: `${less.number}01` });
      expect(preview.body.lines[4]).toMatchObject({ row: 9, cells: ['32/11/2026', '', '50,000', 'hong'] });
      expect((await stateOf(exact.id))!.payment).toBe('due');

      await statement(lines, { apply: true });
      expect(await Promise.all([exact, less, more].map(async ({ id }) => (await stateOf(id))!.payment))).toEqual(['paid', 'due', 'due']);
      const again = await statement(lines, { apply: true });
      expect([outcomes(again.body)[0], again.body.found]).toEqual(['repeated', 0]);
      const anotherLine = await statement([`17/11/2026,,"222,000",${exact.number}01 lan 2`], { apply: true });
      expect(outcomes(anotherLine.body)).toEqual(['found']);
      expect(await told('orders.paid', exact.number)).toBe(2);
    });

    it('reconciles what the household had confirmed by itself', async () => {
      const order = await ordered();
      await http('POST', `/seller-orders/${order.id}/payment-receipt`, { as: mo.actor });
      expect(outcomes((await statement([`16/11/2026,,222000,${order.number}01`], { apply: true })).body)).toEqual(['paid']);
      const reconciled = await rows<{ at: Date | null }>(
        'select reconciled_at as at from orders.payment_intent where seller_order_id = $1',
        [order.id],
      );
      expect(reconciled[0]!.at).not.toBeNull();
    });

    it('knows nothing of other households’ orders', async () => {
      const order = await ordered();
      expect(outcomes((await statement([`16/11/2026,,222000,${order.number}01`], { apply: true, as: ba.actor })).body)).toEqual([
        'unknown',
      ]);
      expect((await stateOf(order.id))!.payment).toBe('due');
    });

    it.each([
      ['no headings', 'a,b,c\n1,2,3', 'statement.columns'],
      ['a picture', '\u0000\u0001\u0002', 'statement.unreadable'],
      ['nothing', '', 'statement.unreadable'],
    ])('refuses a file with %s', async (_, text, code) => {
      const answer = await shop.upload('/household/bank-statements', mo.actor, text);
      expect([answer.status, answer.body.code]).toEqual([422, code]);
    });
  });
});
