import { randomUUID } from 'node:crypto';
import { ParcelAccepted, ParcelReturned, ParcelStatusChanged } from '@choxa/postal-contract';
import { AfterSaleWorld } from '../after-sale/after-sale.factory.js';
import { RunReturnClocks } from './run-return-clocks.js';

const DAY = 86_400_000;

let after: AfterSaleWorld;
beforeAll(async () => {
  after = await AfterSaleWorld.open();
}, 90_000);
afterAll(() => after.close());

const stateOf = async (id: string) =>
  (await after.rows<{ state: string }>('select state from orders.return_case where id = $1', [id]))[0]!.state;
const refundsOf = (sellerOrderId: string) =>
  after.rows<{ amount: number; state: string }>(
    'select amount_vnd as amount, state from orders.refund where seller_order_id = $1 order by owed_at, id',
    [sellerOrderId],
  );

describe('giving goods back', () => {
  it('runs from the request over the post to stock and refund, in part', async () => {
    const order = await after.delivered([3]);
    const id = await after.returned(order, [2]);
    await after.household('POST', `/returns/${id}/approval`, { goods: 'send_back' });
    await after.accept(id);
    await after.deliver(id);
    expect([await stateOf(id), await after.onHand(order.packIds[0]!)]).toEqual(['arrived', 7]);
    expect((await after.receive(id, order, [[0, 1, 0]])).body.code).toBe('return.counts');
    expect((await after.receive(id, order, [[0, 1, 1]])).status).toBe(204);
    expect([await stateOf(id), await after.onHand(order.packIds[0]!)]).toEqual(['received', 8]);
    expect(await refundsOf(order.id)).toEqual([{ amount: 200_000, state: 'due' }]);
    expect((await after.rows('select state from orders.seller_order where id = $1', [order.id]))[0]).toEqual({ state: 'delivered' });
  });

  it('puts the same pack back into stock once, however often the household taps', async () => {
    const order = await after.delivered([2]);
    const id = await after.returned(order, [2]);
    await after.household('POST', `/returns/${id}/approval`, { goods: 'send_back' });
    const answers = await Promise.all([1, 2, 3, 4].map(() => after.receive(id, order, [[0, 2, 0]])));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409, 409, 409]);
    expect(await after.onHand(order.packIds[0]!)).toBe(10);
    expect(await refundsOf(order.id)).toEqual([{ amount: 222_000, state: 'due' }]);
  });

  it('may leave the goods with the buyer; of a line of which nothing is kept the official hears', async () => {
    const order = await after.delivered([1, 2]);
    const id = await after.returned(order, [1, 1]);
    await after.household('POST', `/returns/${id}/approval`, { goods: 'keep' });
    await after.shop.world.drain();
    expect([await stateOf(id), await after.onHand(order.packIds[0]!), await after.onHand(order.packIds[1]!)]).toEqual(['settled', 9, 8]);
    expect(await refundsOf(order.id)).toEqual([{ amount: 200_000, state: 'due' }]);
    const again = { lines: [{ lineId: order.lineIds[0], quantity: 1 }], reason: 'missing_part', sellerOrderId: order.id };
    expect((await after.buyer(order, 'POST', 'returns', again)).body.code).toBe('return.too-many');
  });

  it('may be refused with a reason, and withdrawn until the post has it', async () => {
    const order = await after.delivered([2]);
    const [first, second] = [await after.returned(order, [1]), await after.returned(order, [1])];
    expect((await after.household('POST', `/returns/${first}/refusal`, {})).status).toBe(400);
    await after.household('POST', `/returns/${first}/refusal`, { note: 'Hàng đã mở và dùng gần hết' });
    expect((await after.household('POST', `/returns/${first}/approval`, { goods: 'keep' })).body.code).toBe('return.state');
    await after.household('POST', `/returns/${second}/approval`, { goods: 'send_back' });
    expect((await after.buyer(order, 'POST', `returns/${second}/withdrawal`)).status).toBe(204);
    expect([await stateOf(first), await stateOf(second)]).toEqual(['refused', 'withdrawn']);
    expect(await refundsOf(order.id)).toEqual([]);
    expect((await after.returned(order, [2])).length).toBe(36);
  });

  it('goes on by itself where the household stays silent: agreed, then received and owed back, each once and not early', async () => {
    const clocks = after.shop.world.get(RunReturnClocks);
    const order = await after.delivered([2]);
    const [id, withdrawn] = [await after.returned(order, [1]), await after.returned(order, [1])];
    await after.buyer(order, 'POST', `returns/${withdrawn}/withdrawal`);
    after.shop.world.clock.advance(12 * 3_600_000);
    await clocks.run();
    expect(await stateOf(id)).toBe('requested');
    after.shop.world.clock.advance(20 * DAY);
    await Promise.all([clocks.run(), clocks.run()]);
    expect([await stateOf(id), await stateOf(withdrawn)]).toEqual(['approved', 'withdrawn']);
    await after.accept(id);
    await after.deliver(id);
    await clocks.run();
    expect(await stateOf(id)).toBe('arrived');
    const listed = (await after.household('GET', '/household/returns')).body.data as { id: string; lookDueAt: string; overdue: boolean }[];
    expect(listed.find((one) => one.id === id)).toMatchObject({ overdue: false, lookDueAt: expect.stringMatching(/T17:00/) });
    after.shop.world.clock.advance(20 * DAY);
    await Promise.all([clocks.run(), clocks.run()]);
    expect([await stateOf(id), await after.onHand(order.packIds[0]!)]).toEqual(['received', 8]);
    expect(await refundsOf(order.id)).toEqual([{ amount: 100_000, state: 'due' }]);
    const told = await after.rows<{ body: string }>(
      `select body from platform.message where template = 'orders.return-clock' and body like '%' || $1 || '%' order by id`,
      [order.number],
    );
    expect(told).toHaveLength(2);
  });

  it('changes nothing by itself where the dated row says so', async () => {
    const id = await after.returned(await after.delivered([1]), [1]);
    await after.rows(`update orders.after_sale_term set consequence = null where kind = 'return:answer'`);
    after.shop.world.clock.advance(20 * DAY);
    await after.shop.world.get(RunReturnClocks).run();
    expect(await stateOf(id)).toBe('requested');
  });

  it('needs a picture where the reason must be seen; only buyer and household see it', async () => {
    const order = await after.delivered([1]);
    const request = { sellerOrderId: order.id, lines: [{ lineId: order.lineIds[0], quantity: 1 }], reason: 'damaged' };
    expect((await after.buyer(order, 'POST', 'returns', request)).body.code).toBe('return.picture-needed');
    expect((await after.picture(order, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).status).toBe(422);
    const { id } = (await after.picture(order)).body;
    expect((await after.household('GET', `/household/return-pictures/${id}`)).status).toBe(404);
    expect((await after.buyer(order, 'POST', 'returns', { ...request, pictureIds: [id] })).status).toBe(204);
    const stranger = await after.shop.seller('Hộ Lạ');
    const seen = await after.household('GET', `/household/return-pictures/${id}`);
    expect([seen.status, seen.headers['content-type'], seen.headers['cache-control']]).toEqual([200, 'image/webp', 'private, no-store']);
    expect((await after.household('GET', `/household/return-pictures/${id}`, undefined, stranger.actor)).status).toBe(404);
    expect((await after.shop.world.http('GET', `/orders/${order.number}/return-pictures/${id}`)).status).toBe(404);
    const listed = (await after.household('GET', '/household/returns')).body.data as { reason: string; pictureIds: string[] }[];
    expect(listed.find((one) => one.reason === 'damaged')!.pictureIds).toEqual([id]);
    expect((await after.household('GET', '/household/returns', undefined, stranger.actor)).body.data).toEqual([]);
  });

  it('is over after the dated term, and for food opened by another there is no change of mind', async () => {
    const order = await after.delivered([1]);
    const request = { sellerOrderId: order.id, lines: [{ lineId: order.lineIds[0], quantity: 1 }] };
    expect((await after.buyer(order, 'POST', 'returns', { ...request, reason: 'changed_mind' })).body.code).toBe('return.too-late');
    const [part] = (await after.buyer(order, 'GET', 'after-sale')).body.parts;
    expect(part.returnable[0].reasons.map((one: { reason: string }) => one.reason)).not.toContain('changed_mind');
    after.shop.world.clock.advance(8 * 86_400_000);
    expect((await after.buyer(order, 'POST', 'returns', { ...request, reason: 'missing_part' })).body.code).toBe('return.too-late');
    expect((await after.buyer(order, 'GET', 'after-sale')).body.parts[0].returnable).toEqual([]);
  });

  it('is for delivered goods of this very order and no more of them than there are', async () => {
    const [order, other] = [await after.delivered([1]), await after.ordered([1])];
    const ask = (body: object) => after.buyer(order, 'POST', 'returns', { sellerOrderId: order.id, reason: 'missing_part', ...body });
    expect((await ask({ lines: [{ lineId: order.lineIds[0], quantity: 2 }] })).body.code).toBe('return.too-many');
    expect((await ask({ lines: [{ lineId: other.lineIds[0], quantity: 1 }] })).body.code).toBe('return.line-unknown');
    expect((await ask({ sellerOrderId: other.id, lines: [{ lineId: other.lineIds[0], quantity: 1 }] })).status).toBe(404);
    const early = { sellerOrderId: other.id, reason: 'missing_part', lines: [{ lineId: other.lineIds[0], quantity: 1 }] };
    expect((await after.buyer(other, 'POST', 'returns', early)).body.code).toBe('return.not-delivered');
    const rivals = await Promise.all([1, 2, 3].map(() => ask({ lines: [{ lineId: order.lineIds[0], quantity: 1 }] })));
    expect(rivals.map(({ status }) => status).toSorted()).toEqual([204, 409, 409]);
  });
});

describe('a parcel refused at the door', () => {
  it('makes the due zero at once; its goods go on sale when the household has looked at them', async () => {
    const order = await after.ordered([3]);
    const parcel = { number: 'n', senderReference: order.id };
    await after.shop.post(ParcelAccepted, { ...parcel, acceptedAt: after.now(), weightGrams: 500, checks: [] });
    await after.shop.post(ParcelStatusChanged, { ...parcel, state: 'returning', at: after.now() });
    await after.shop.post(ParcelReturned, { ...parcel, returnedAt: after.now() });
    expect(await after.onHand(order.packIds[0]!)).toBe(7);
    expect(await after.rows('select state from orders.payment_intent where seller_order_id = $1', [order.id])).toEqual([{ state: 'void' }]);
    const listed = (await after.household('GET', '/household/returns')).body.data as { id: string; sellerOrderId: string; reason: null }[];
    const { id } = listed.find((one) => one.sellerOrderId === order.id)!;
    await after.receive(id, order, [[0, 2, 1]]);
    expect(await after.onHand(order.packIds[0]!)).toBe(9);
    expect(await refundsOf(order.id)).toEqual([]);
    expect(
      (await after.household('POST', `/returns/${randomUUID()}/receipt`, { lines: [{ lineId: id, restocked: 1, writtenOff: 0 }] })).status,
    ).toBe(404);
  });
});
