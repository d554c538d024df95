import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from '@choxa/platform';
import { Webhook } from 'standardwebhooks';
import { OrdersWorld, type Seller } from '../orders.factory.js';
import { ChaseUnpaidOrders } from '../payments/chase-unpaid-orders.js';
import { PaymentGateways, type PaymentGateway } from './payment-gateways.js';

/** A payment service as unreliable as they are: what it tells may come late, twice, forged or with another amount. */
class FakeGateway implements PaymentGateway {
  readonly name = 'cong-mau';
  readonly webhookSecret = `whsec_${randomBytes(24).toString('base64')}`;

  pageOf(reference: string, amountVnd: number): string {
    return `https://cong-mau.example/tra/${reference}?so-tien=${amountVnd}`;
  }

  notice(reference: string, amountVnd: number, { id = randomUUID() as string, at = new Date(), secret = this.webhookSecret } = {}) {
    const body = JSON.stringify({ type: 'payment.succeeded', timestamp: at.toISOString(), data: { reference, amountVnd } });
    return {
      body,
      headers: {
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': new Webhook(secret).sign(id, at, body),
      },
    };
  }
}

// The mutants e2e/mutants/webhook-unsigned.patch and payment-amount-ignored.patch break what is kept here.
describe('a payment service', () => {
  const gateway = new FakeGateway();
  let shop: OrdersWorld;
  let seller: Seller;

  beforeAll(async () => {
    shop = await OrdersWorld.open();
    seller = await shop.seller('Hộ Cổng');
    shop.world.get(PaymentGateways).connect(gateway);
  }, 90_000);
  afterAll(() => shop.world.close());

  const tell = ({ body, headers }: ReturnType<FakeGateway['notice']>, name = gateway.name) =>
    shop.world.http('POST', `/payment-gateways/${name}/webhooks`, {
      body: Buffer.from(body),
      headers: { ...headers, 'content-type': 'application/json', 'sec-fetch-site': '', origin: '' },
    });
  const ordered = async () => {
    const cookie = await shop.cart({ packId: await shop.pack(seller), quantity: 1 });
    const { body } = await shop.order(cookie, { paymentMethod: 'gateway' });
    return {
      id: body.sellerOrders[0].id as string,
      number: body.number as string,
      key: body.accessKey as string,
      reference: `${body.number}01`,
    };
  };
  const stateOf = async (id: string) =>
    (await sql<{ state: string }>(shop.world.db.read, 'select state from orders.payment_intent where seller_order_id = $1', [id]))[0]!
      .state;
  const journals = async (id: string) =>
    (
      await sql<{ kind: string }>(shop.world.db.read, `select kind from orders.ledger_journal where seller_order_id = $1 order by kind`, [
        id,
      ])
    ).map(({ kind }) => kind);

  it('shows the buyer where to pay, and is believed for its signature', async () => {
    const order = await ordered();
    const page = await shop.world.http('GET', `/orders/${order.number}/payments?key=${order.key}`);
    expect(page.body.data[0]).toMatchObject({ gatewayUrl: gateway.pageOf(order.reference, 122_000), transfer: null });
    const answer = await tell(gateway.notice(order.reference, 122_000));
    expect([answer.status, answer.body, await stateOf(order.id)]).toEqual([200, { outcome: 'paid' }, 'paid']);
    expect(await journals(order.id)).toEqual(['paid-through-gateway', 'sale']);
  });

  it('is thanked for a notice that comes twice, also at the same moment, and the money counts once', async () => {
    const order = await ordered();
    const notice = gateway.notice(order.reference, 122_000);
    const answers = await Promise.all([1, 2, 3, 4].map(() => tell(notice)));
    expect(answers.map(({ status, body }) => [status, body.outcome])).toEqual(Array(4).fill([200, 'paid']));
    expect((await tell(gateway.notice(order.reference, 122_000))).body.outcome).toBe('repeated');
    expect(await journals(order.id)).toEqual(['paid-through-gateway', 'sale']);
  });

  it('changes nothing without its signature', async () => {
    const order = await ordered();
    const honest = gateway.notice(order.reference, 122_000);
    const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    for (const forged of [
      gateway.notice(order.reference, 122_000, { secret: `whsec_${randomBytes(24).toString('base64')}` }),
      { ...honest, body: honest.body.replace('122000', '122001') },
      { ...honest, headers: { ...honest.headers, 'webhook-id': 'another' } },
      gateway.notice(order.reference, 122_000, { at: minutesAgo(10) }),
      gateway.notice(order.reference, 122_000, { at: minutesAgo(-10) }),
    ]) {
      const { status, body } = await tell(forged);
      expect([status, body.code]).toEqual([401, 'webhook.signature']);
    }
    expect(await stateOf(order.id)).toBe('due');
    expect(await sql(shop.world.db.read, 'select 1 from orders.gateway_notice where reference = $1', [order.reference])).toEqual([]);
  });

  it('does not pay an order with another amount; it is kept on record', async () => {
    const order = await ordered();
    expect((await tell(gateway.notice(order.reference, 121_999))).body.outcome).toBe('amount');
    expect(await stateOf(order.id)).toBe('due');
    expect(await sql(shop.world.db.read, 'select outcome from orders.gateway_notice where reference = $1', [order.reference])).toEqual([
      { outcome: 'amount' },
    ]);
  });

  it('owes back what comes after the cancellation', async () => {
    const order = await ordered();
    shop.world.clock.advance(25 * 3_600_000);
    await shop.world.get(ChaseUnpaidOrders).run();
    expect((await tell(gateway.notice(order.reference, 122_000))).body.outcome).toBe('late');
    expect([await stateOf(order.id), await journals(order.id)]).toEqual(['refund_due', ['cancellation', 'paid-through-gateway', 'sale']]);
  });

  it('may tell of what is not ours, and is not asked again', async () => {
    expect((await tell(gateway.notice('CX0000000001', 5))).body.outcome).toBe('unknown');
    const other = gateway.notice('x', 1);
    const body = other.body.replace('payment.succeeded', 'payout.sent');
    const at = new Date();
    const headers = {
      ...other.headers,
      'webhook-signature': new Webhook(gateway.webhookSecret).sign(other.headers['webhook-id'], at, body),
    };
    expect((await tell({ body, headers: { ...headers, 'webhook-timestamp': String(Math.floor(at.getTime() / 1000)) } })).body.outcome).toBe(
      'ignored',
    );
    expect((await tell(other, 'khong-co')).status).toBe(404);
  });
});
