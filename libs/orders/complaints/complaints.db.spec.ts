import { DeliveryDisputed, DisputeDecided } from '@choxa/postal-contract';
import { anActor } from '@choxa/testing';
import { AfterSaleWorld, type Delivered } from '../after-sale/after-sale.factory.js';

let after: AfterSaleWorld;
beforeAll(async () => {
  after = await AfterSaleWorld.open();
}, 90_000);
afterAll(() => after.close());

// The household sells from Lâm Đồng (68), the buyer lives in the commune 26740 of Hồ Chí Minh City (79).
const clerk = anActor({ role: 'clerk', scopeKind: 'province', scopeId: '79' });
const clerkElsewhere = anActor({ role: 'clerk', scopeKind: 'province', scopeId: '01' });
const official = anActor({ role: 'official', scopeKind: 'nation', scopeId: 'VN' });
const officialElsewhere = anActor({ role: 'official', scopeKind: 'province', scopeId: '01' });

const open = (order: Delivered, topic: string, text = 'Thiếu một gói') =>
  after.buyer(order, 'POST', 'complaints', { sellerOrderId: order.id, topic, text });
const own = async (order: Delivered) => (await after.buyer(order, 'GET', 'after-sale')).body.parts[0].complaints.at(-1);
const numbersAt = async (desk: string, as = after.seller.actor, closed = false) =>
  ((await after.household('GET', `/complaints?desk=${desk}&closed=${closed}`, undefined, as)).body.data as { number: string }[]).map(
    (one) => one.number,
  );

describe('a disputed delivery', () => {
  it('is seen by the household, the post that delivered it and the official, and by nobody else', async () => {
    const order = await after.delivered();
    const { status, body } = await open(order, 'not_received', 'Tôi chưa nhận được hàng');
    expect([status, body.number]).toEqual([201, expect.stringMatching(/^KN/)]);
    const stranger = await after.shop.seller('Hộ Lạ');
    for (const [desk, as] of [
      ['household', after.seller.actor],
      ['post', clerk],
      ['official', official],
    ] as const)
      expect(await numbersAt(desk, as)).toContain(body.number);
    for (const [desk, as] of [
      ['household', stranger.actor],
      ['post', clerkElsewhere],
      ['official', officialElsewhere],
      ['official', after.seller.actor],
      ['post', official],
    ] as const)
      expect(await numbersAt(desk, as)).not.toContain(body.number);
    expect((await after.rows('select state from orders.seller_order where id = $1', [order.id]))[0]).toEqual({ state: 'delivered' });
  });

  it('with the post itself is not opened a second time until the post has answered', async () => {
    const order = await after.delivered();
    const parcel = { number: 'EE473124829XA', senderReference: order.id };
    await after.shop.post(DeliveryDisputed, { ...parcel, disputedAt: after.now() });
    expect((await open(order, 'not_received')).body.code).toBe('complaint.at-the-post');
    expect((await open(order, 'missing_items')).status).toBe(201);
    await after.shop.post(DisputeDecided, { ...parcel, upheld: false, decidedAt: after.now() });
    expect((await open(order, 'not_received')).status).toBe(201);
  });

  it('can be opened for 48 hours, once per topic', async () => {
    const order = await after.delivered();
    expect((await open(order, 'missing_items')).status).toBe(201);
    expect((await open(order, 'missing_items')).body.code).toBe('complaint.open-already');
    after.shop.world.clock.advance(48 * 3_600_000);
    expect((await open(order, 'not_received')).body.code).toBe('complaint.topic');
    const { topics } = (await after.buyer(order, 'GET', 'after-sale')).body.parts[0];
    expect(topics.map((one: { topic: string }) => one.topic)).toEqual([
      'quality',
      'seller',
      'parcel_late',
      'parcel_damaged',
      'postage_price',
    ]);
  });
});

describe('a complaint', () => {
  it('is answered, asked about again, brought before an official and decided', async () => {
    const order = await after.delivered();
    await open(order, 'quality', 'Trà bị mốc');
    const { id, answerDueAt } = await own(order);
    expect(answerDueAt > after.now()).toBe(true);
    expect((await after.buyer(order, 'POST', `complaints/${id}/escalation`)).body.code).toBe('complaint.too-early');
    await after.household('POST', `/complaints/${id}/messages?desk=household`, { text: 'Xin lỗi, tôi gửi lại' });
    expect((await own(order)).state).toBe('answered');
    await after.buyer(order, 'POST', `complaints/${id}/messages`, { text: 'Tôi muốn hoàn tiền' });
    expect((await own(order)).state).toBe('open');
    await after.household('POST', `/complaints/${id}/messages?desk=household`, { text: 'Không được' });
    expect((await after.household('PUT', `/complaints/${id}/outcome`, { outcome: 'upheld', note: 'Hàng hỏng' }, official)).body.code).toBe(
      'complaint.state',
    );
    await after.buyer(order, 'POST', `complaints/${id}/escalation`);
    const decided = await after.household('PUT', `/complaints/${id}/outcome`, { outcome: 'upheld', note: 'Hàng hỏng' }, official);
    expect(decided.status).toBe(204);
    expect(await own(order)).toMatchObject({ state: 'closed', outcome: 'upheld', outcomeNote: 'Hàng hỏng', messages: { length: 4 } });
    expect(await numbersAt('official', official, true)).toHaveLength(1);
    expect((await after.household('POST', `/complaints/${id}/messages?desk=household`, { text: 'Thêm' })).body.code).toBe(
      'complaint.state',
    );
  });

  it('that nobody answers in time is on top and may go before an official', async () => {
    const [late, fresh] = [await after.delivered(), await after.delivered()];
    await open(late, 'seller');
    after.shop.world.clock.advance(20 * 86_400_000);
    await open(fresh, 'seller');
    const mine = [(await own(late)).number, (await own(fresh)).number];
    expect((await numbersAt('household')).filter((number) => mine.includes(number))).toEqual(mine);
    expect(await own(late)).toMatchObject({ overdue: true, mayEscalate: true });
    expect((await after.buyer(late, 'POST', `complaints/${(await own(late)).id}/escalation`)).status).toBe(204);
  });

  it('is on one page of its list, whatever the page holds', async () => {
    const mine: string[] = [];
    for (let n = 0; n < 3; n += 1) mine.push((await open(await after.delivered(), 'quality')).body.number);
    for (const closed of [false, true]) {
      const seen: string[] = [];
      let cursor = '';
      do {
        const path = `/complaints?desk=official&closed=${closed}&limit=2&cursor=${cursor}`;
        const { body } = await after.household('GET', path, undefined, official);
        seen.push(...body.data.map((one: { number: string }) => one.number));
        cursor = body.next ?? '';
      } while (cursor);
      const all = await after.rows<{ number: string }>(`select number from orders.complaint where (state = 'closed') = $1 order by 1`, [
        closed,
      ]);
      expect(seen.toSorted()).toEqual(all.map(({ number }) => number));
      if (!closed) expect(seen).toEqual(expect.arrayContaining(mine));
    }
    expect((await after.household('GET', '/complaints?desk=official&cursor=WzFd', undefined, official)).body.code).toBe('request.invalid');
  });

  it('about the post is the clerk’s to answer; the household reads it and its word answers nothing', async () => {
    const order = await after.delivered();
    await open(order, 'parcel_damaged', 'Hộp móp');
    const { id } = await own(order);
    await after.household('POST', `/complaints/${id}/messages?desk=household`, { text: 'Tôi gói kỹ' });
    expect((await own(order)).state).toBe('open');
    expect((await after.household('POST', `/complaints/${id}/messages?desk=post`, { text: 'Bồi thường' }, clerkElsewhere)).status).toBe(
      404,
    );
    await after.household('POST', `/complaints/${id}/messages?desk=post`, { text: 'Bưu điện bồi thường' }, clerk);
    expect((await own(order)).state).toBe('answered');
    expect((await after.buyer(order, 'POST', `complaints/${id}/closing`)).status).toBe(204);
    expect(await own(order)).toMatchObject({ state: 'closed', outcome: 'solved' });
  });

  it('tells no desk who the buyer is, and takes no word from a stranger', async () => {
    const [order, other] = [await after.delivered(), await after.delivered()];
    await open(order, 'quality');
    const { id } = await own(order);
    const seen = JSON.stringify((await after.household('GET', '/complaints?desk=official', undefined, official)).body);
    for (const mark of ['Người Mua', '500000777', 'Số 1']) expect(seen).not.toContain(mark);
    expect((await after.buyer(other, 'POST', `complaints/${id}/messages`, { text: 'Của tôi' })).status).toBe(404);
    expect((await after.household('POST', `/complaints/${id}/messages?desk=official`, { text: 'Xem' })).status).toBe(404);
    expect((await after.household('PUT', `/complaints/${id}/outcome`, { outcome: 'upheld', note: 'xx' })).status).toBe(403);
  });
});
