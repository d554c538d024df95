import { sql } from '@choxa/platform';
import { anActor } from '@choxa/testing';
import { OrdersWorld, type Seller } from '../orders.factory.js';
import { EscalateUnanswered } from './escalate-unanswered.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('an order nobody answers', () => {
  let shop: OrdersWorld;
  let mo: Seller;
  const clerk = anActor({ role: 'clerk', scopeKind: 'commune', scopeId: '24778' });
  const stranger = anActor({ role: 'clerk', scopeKind: 'commune', scopeId: '05503' });

  beforeAll(async () => {
    shop = await OrdersWorld.open();
    mo = await shop.seller('Hộ Mơ');
  }, 90_000);
  beforeEach(() => shop.world.clock.set(new Date('2026-11-16T02:00:00Z')));
  afterAll(() => shop.world.close());

  const rows = <T = Record<string, unknown>>(text: string, params: unknown[] = []) => sql<T>(shop.world.db.read, text, params);
  const escalate = () => shop.world.get(EscalateUnanswered).run();
  const tasks = async (as = clerk) => (await shop.world.http('GET', '/call-tasks', { as })).body.data as { id: string; number: string }[];
  const told = async (number: string) =>
    (
      await rows<{ template: string }>(`select template from platform.message where body like $1 order by sent_at, template`, [
        `%${number}%`,
      ])
    ).map(({ template }) => template.replace('orders.', ''));

  async function placed(): Promise<{ id: string; number: string; packId: string }> {
    const packId = await shop.pack(mo, { stock: 5 });
    const { body } = await shop.order(await shop.cart({ packId, quantity: 2 }));
    return { id: body.sellerOrders[0].id, number: body.number, packId };
  }

  it('is told, reminded, called about and cancelled, each once however often it is looked at', async () => {
    const { id, number, packId } = await placed();
    await Promise.all([escalate(), escalate(), escalate()]);
    expect(await told(number)).toEqual(['new-seller-order']);
    shop.world.clock.advance(HOUR);
    await Promise.all([escalate(), escalate()]);
    await escalate();
    expect(await told(number)).toEqual(['new-seller-order', 'reminder']);
    expect(await tasks()).toEqual([]);

    shop.world.clock.advance(3 * HOUR);
    await Promise.all([escalate(), escalate()]);
    expect((await tasks()).map((task) => task.number)).toEqual([number]);
    const { body } = await shop.world.http('GET', `/household/seller-orders/${id}`, { as: mo.actor });
    expect(body.escalations.map(({ action }: { action: string }) => action)).toEqual(['alert', 'reminder', 'task']);
    expect(Date.parse(body.answerBy) - Date.parse(body.placedAt)).toBe(36 * HOUR);

    shop.world.clock.advance(32 * HOUR);
    await Promise.all([escalate(), escalate()]);
    expect(await rows('select state, cancelled_by as by from orders.seller_order where id = $1', [id])).toEqual([
      { state: 'cancelled', by: 'system' },
    ]);
    expect(await rows('select on_hand as n from orders.stock where pack_id = $1', [packId])).toEqual([{ n: 5 }]);
    expect((await told(number)).filter((template) => template === 'cancelled')).toHaveLength(1);
    expect(await tasks()).toEqual([]);
  });

  it('is left alone once it is answered, and reminded of in the morning when the hour falls into the night', async () => {
    const answered = await placed();
    await escalate();
    await shop.world.http('POST', `/seller-orders/${answered.id}/confirmation`, { as: mo.actor });
    shop.world.clock.set(new Date('2026-11-16T14:30:00Z'));
    const late = await placed();
    await escalate();
    shop.world.clock.advance(2 * HOUR);
    await escalate();
    expect(await told(late.number)).toEqual(['new-seller-order']);
    shop.world.clock.set(new Date('2026-11-16T23:00:00Z'));
    await escalate();
    expect(await told(late.number)).toEqual(['new-seller-order', 'reminder']);
    expect(await told(answered.number)).toEqual(['new-seller-order']);
  });

  it('is called about by a clerk of the place alone, who notes what came of it', async () => {
    const { id } = await placed();
    shop.world.clock.advance(5 * HOUR);
    await escalate();
    const note = (as: typeof clerk, body: object) => shop.world.http('PUT', `/call-tasks/${id}`, { as, body });
    expect((await note(stranger, { outcome: 'no_answer' })).status).toBe(404);
    expect((await tasks(stranger)).map((task) => task.id)).not.toContain(id);
    expect((await note(clerk, { outcome: 'asleep' })).status).toBe(400);
    expect((await note(clerk, { outcome: 'will_answer', note: 'Chiều sẽ bấm' })).status).toBe(204);
    expect((await tasks()).find((task) => task.id === id)).toMatchObject({ outcome: 'will_answer', note: 'Chiều sẽ bấm' });
    await shop.world.http('POST', `/seller-orders/${id}/confirmation`, { as: mo.actor });
    expect((await note(clerk, { outcome: 'other' })).status).toBe(404);
  });

  it('follows another table from its first day on', async () => {
    await rows(`update orders.escalation_step set valid_to = '2027-01-01' where action = 'cancellation'`);
    await rows(
      `insert into orders.escalation_step (action, after_minutes, valid_from, basis) values ('cancellation', 60, '2027-01-01', 'Thử')`,
    );
    shop.world.clock.set(new Date('2026-12-31T15:00:00Z'));
    const { id } = await placed();
    shop.world.clock.advance(90 * MINUTE);
    await escalate();
    const state = async () => (await rows<{ state: string }>('select state from orders.seller_order where id = $1', [id]))[0]!.state;
    expect(await state()).toBe('placed');
    shop.world.clock.advance(60 * MINUTE);
    await escalate();
    expect(await state()).toBe('cancelled');
  });
});
