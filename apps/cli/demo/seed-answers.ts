import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { AnswerSellerOrder, ChangeCart, ConfirmSellerOrder, EscalateUnanswered, PlaceOrder, RequestPickUp } from '@choxa/orders';
import { Places } from '@choxa/places';
import { Database, EventWorkers, sql, type SettableClock } from '@choxa/platform';
import { addDays, localDay } from '@choxa/standards';
import type { SeededGoods } from './seed-goods.js';

const MINUTE_MS = 60_000;

/** Orders of the demo household as its desk shows them: how long ago, how many of each pack, and how far it has come. */
const ORDERS = [
  { minutesAgo: 300, quantities: [2, 1], fate: 'unanswered' },
  { minutesAgo: 20, quantities: [1], fate: 'unanswered' },
  { minutesAgo: 400, quantities: [3, 2], fate: 'in-part' },
  { minutesAgo: 500, quantities: [1, 1], fate: 'packed' },
  { minutesAgo: 520, quantities: [2], fate: 'to-be-fetched' },
] as const;

/** Fresh orders of the demo household in each state before the post has them: one is escalated, one there in part, one waits to be fetched. */
export async function seedAnswers(app: INestApplicationContext, goods: SeededGoods, clock: SettableClock, until: Date): Promise<void> {
  const { actor, householdId } = goods.sellers.get('da-lat')!;
  const packs = goods.packs.filter(({ householdKey }) => householdKey === 'da-lat');
  const commune = app.get(Places).communes('79')[0]!.code;
  for (const [index, { minutesAgo, quantities, fate }] of ORDERS.entries()) {
    clock.set(new Date(until.getTime() - minutesAgo * MINUTE_MS));
    let cartId: string | null = null;
    for (const [at, quantity] of quantities.entries())
      cartId = await app.get(ChangeCart).add({ cartId, accountId: null }, packs[at]!.packId, quantity);
    const placed = JSON.parse(
      await app.get(PlaceOrder).run({
        actor: null,
        cartId,
        idempotencyKey: `demo-answer-${index}`,
        input: {
          recipientName: ['Đỗ Thị Mận', 'Phan Văn Lúa', 'Hồ Thị Dừa', 'Trịnh Văn Khế', 'Lâm Thị Cam'][index]!,
          phone: `+845000250${10 + index}`,
          communeCode: commune,
          street: `Số ${7 + index}, đường Mẫu`,
          paymentMethod: 'cod',
        },
      }),
    ) as { sellerOrders: { id: string }[] };
    await app.get(EventWorkers).drain();
    const id = placed.sellerOrders[0]!.id;
    if (fate === 'in-part') {
      const [line] = await sql<{ id: string }>(
        app.get(Database).read,
        'select id from orders.order_line where seller_order_id = $1 limit 1',
        [id],
      );
      await app.get(ConfirmSellerOrder).run(actor, id, { lines: [{ line: line!.id, quantity: 1 }] });
    }
    if (fate === 'packed' || fate === 'to-be-fetched') await app.get(AnswerSellerOrder).pack(actor, id);
    if (fate === 'to-be-fetched') {
      const day = addDays(localDay(until), 1);
      await app.get(RequestPickUp).run(actor, { household: householdId, day, half: 'morning', parcels: [{ id }] }, randomUUID());
    }
    await app.get(EventWorkers).drain();
  }
  clock.set(until);
  await app.get(EscalateUnanswered).run();
}
