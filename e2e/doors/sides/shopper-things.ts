import { Events, sql, type Actor } from '@choxa/platform';
import { ParcelAccepted, ParcelDelivered } from '@choxa/postal-contract';
import type { World } from '@choxa/testing';
import { drain, once, picture, upload, type Ground } from './ground.js';
import type { Shop } from './household-things.js';
import { phoneOf } from './people.js';

const TRIES = 3;

/** Orders a pack; the order with its seller orders. */
export async function placeOrder(
  { world, marker, communeCode }: Ground,
  shopper: Actor,
  packId: string,
  quantity = 1,
): Promise<{ number: string; totalVnd: number; sellerOrders: { id: string }[] }> {
  await world.http('POST', '/cart/lines', { as: shopper, body: { packId, quantity } });
  const body = { recipientName: `Khách ${marker}`, phone: phoneOf(shopper), communeCode, street: `Ngõ ${marker}`, paymentMethod: 'cod' };
  for (let tries = 1; ; tries += 1) {
    const placed = await world.http('POST', '/orders', { as: shopper, body, headers: once() });
    if (placed.status === 201) return placed.body;
    // The post's quote has a time limit, which a busy machine may miss.
    if (placed.body.code !== 'quote.unavailable' || tries === TRIES) throw new Error(placed.text);
  }
}

/** What a shopper keeps and says beside orders. */
export async function shopperThings(
  { ask, marker, communeCode }: Ground,
  shopper: Actor,
  { product, packId, lot }: Shop,
): Promise<Record<string, string>> {
  const key = await ask('POST', '/me/api-keys', shopper, { name: `Khóa ${marker}`, grants: [], policies: ['me.read'], days: 30 });
  const address = await ask('POST', '/account/addresses', shopper, {
    label: `Nhà ${marker}`,
    recipientName: `Khách ${marker}`,
    phone: '0500000777',
    communeCode,
    street: `Ngõ ${marker}`,
  });
  await ask('POST', '/account/favourites', shopper, { packs: [{ packId }] });
  const subscription = await ask('POST', '/me/push-subscriptions', shopper, {
    endpoint: `https://push.example.com/${marker}`,
    p256dh: 'B'.repeat(87),
    auth: 'A'.repeat(22),
    device: `Máy ${marker}`,
  });
  await ask('POST', '/trace/reports', shopper, { address: `/t/${lot.traceCode}`, kind: 'other', note: `Ngờ ${marker}` });
  const question = await ask('POST', `/products/${product.slug}/questions`, shopper, { text: `Hỏi ${marker}` });
  return {
    'api-keys/{id}': key.apiKey.id,
    'sessions/{id}': shopper.sessionId,
    'addresses/{id}': address.id,
    'push-subscriptions/{id}': subscription.id,
    'questions/{id}': question.id,
    'consents/{purpose}': 'marketing',
    'legal-texts/{kind}': 'terms',
    'payment-gateways/{gateway}': 'cong-mau',
  };
}

/** A review with a picture of something the shopper received, as the post's word makes it so. */
export async function reviewThings(ground: Ground, shopper: Actor, packId: string): Promise<Record<string, string>> {
  const { world, ask, marker } = ground;
  const order = await placeOrder(ground, shopper, packId);
  await deliver(world, order.sellerOrders[0]!.id, order.totalVnd);
  const received = await ask('GET', `/orders/${order.number}/reviews`, shopper);
  const line = received.data[0].lineId as string;
  await ask('PUT', `/orders/${order.number}/lines/${line}/review`, shopper, { stars: 4, text: `Khen ${marker}` });
  const pictured = await upload(world, `/orders/${order.number}/lines/${line}/review/images`, shopper, await picture());
  const [review] = await sql<{ id: string }>(world.db.read, 'select id from catalogue.review where line_id = $1', [line]);
  return { 'reviews/{id}': review!.id, 'lines/{line}': line, 'images/{image}': pictured.data[0].review.pictures[0].id };
}

/** A delivered order with a return that waits, one that is settled with a refund, and a complaint. */
export async function afterSaleThings(ground: Ground, shopper: Actor, member: Actor, packId: string): Promise<Record<string, string>> {
  const { world, ask, marker } = ground;
  const order = await placeOrder(ground, shopper, packId, 2);
  await drain(world);
  const sellerOrderId = order.sellerOrders[0]!.id;
  await deliver(world, sellerOrderId, order.totalVnd);
  const path = `/orders/${order.number}`;
  const [line] = await sql<{ id: string }>(world.db.read, 'select id from orders.order_line where seller_order_id = $1', [sellerOrderId]);
  const photo = await upload(world, `${path}/return-pictures?sellerOrderId=${sellerOrderId}`, shopper, await picture());
  const request = { sellerOrderId, lines: [{ lineId: line!.id, quantity: 1 }], note: `Hỏng ${marker}` };
  await ask('POST', `${path}/returns`, shopper, { ...request, reason: 'damaged', pictureIds: [photo.id] });
  world.clock.advance(1_000);
  await ask('POST', `${path}/returns`, shopper, { ...request, reason: 'too_late' });
  const { data } = await ask('GET', '/household/returns', member);
  const [waits, settled] = ['damaged', 'too_late'].map((reason) => data.find((one: { reason: string }) => one.reason === reason).id);
  await ask('POST', `/returns/${settled}/approval`, member, { goods: 'keep' });
  await ask('POST', `${path}/complaints`, shopper, { sellerOrderId, topic: 'quality', text: `Chê ${marker}` });
  const [part] = (await ask('GET', `${path}/after-sale`, shopper)).parts;
  return {
    'return-pictures/{id}': photo.id,
    'returns/{id}': waits,
    'refunds/{id}': part.refunds[0].id,
    'complaints/{id}': part.complaints[0].id,
  };
}

/** An order the household has not answered, so that the clerk is to call; its seller order's id. */
export async function unansweredOrder(ground: Ground, shopper: Actor, { packId, household }: Shop): Promise<string> {
  await placeOrder(ground, shopper, packId);
  await drain(ground.world);
  const [task] = await sql<{ id: string }>(
    ground.world.db.read,
    `insert into orders.call_task (seller_order_id, opened_at)
     select id, placed_at from orders.seller_order where household_id = $1 and state = 'placed' limit 1 returning seller_order_id as id`,
    [household.id],
  );
  return task!.id;
}

/** Lets the post say that a parcel was handed over and delivered. */
async function deliver(world: World, senderReference: string, codCollectedVnd: number): Promise<void> {
  const digits = String(Number.parseInt(senderReference.slice(0, 8), 16)).padStart(10, '0');
  const [number, at, events] = [`EE${digits}`, world.clock.now().toISOString(), world.get(Events)];
  const accepted = { number, senderReference, acceptedAt: at, weightGrams: 500, checks: [] };
  await world.db.transaction((tx) => events.publish(tx, ParcelAccepted, accepted));
  await drain(world);
  const delivered = { number, senderReference, deliveredAt: at, deliveryPlace: 'address' as const, codCollectedVnd };
  await world.db.transaction((tx) => events.publish(tx, ParcelDelivered, delivered));
  await drain(world);
}
