import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { withClient } from '../with-client.js';
import { Failure } from '../failure.js';
import type { Stored, StoredOrder } from './verdict.js';

export type StockByPack = Map<string, number>;

const DRAIN_LIMIT_MS = 900_000;

export async function readStock(databaseUrl: string): Promise<StockByPack> {
  return withClient(databaseUrl, stockOf);
}

/**
 * Waits until no event waits for its handler or is in its hands, and every household was told of its orders, which is done by the clock; the ms that took.
 *
 * @throws Failure when they do not end
 */
export async function untilDrained(databaseUrl: string): Promise<number> {
  const begin = Date.now();
  return withClient(databaseUrl, async (client) => {
    while ((await count(client, WAITING)) > 0) {
      if (Date.now() - begin > DRAIN_LIMIT_MS)
        throw new Failure('Sự kiện còn đợi sau mười lăm phút.', 'Events are still waiting after fifteen minutes.');
      await sleep(100);
    }
    return Date.now() - begin;
  });
}

/** Everything the verdict asks for, read in one snapshot. */
export async function readStored(databaseUrl: string, before: StockByPack): Promise<Stored> {
  return withClient(databaseUrl, async (client) => {
    await client.query('begin isolation level repeatable read read only');
    const orders = await client.query<StoredOrder>(ORDERS);
    const parcels = await client.query<Stored['parcels'][number]>(
      `select number, sender_reference as "senderReference" from postal.parcel order by number`,
    );
    const after = await stockOf(client);
    return {
      orders: orders.rows,
      parcels: parcels.rows,
      stock: [...before].map(([packId, onHand]) => ({ packId, before: onHand, after: after.get(packId) ?? NaN })),
      messages: {
        sellerOrders: await count(client, messagesOf('orders.new-seller-order')),
        parcels: await count(client, messagesOf('postal.parcel-registered')),
      },
      failedJobs: await count(client, `select count(*)::int as n from pgboss.job where state = 'failed' and ${OURS}`),
    };
  });
}

async function stockOf(client: pg.Client): Promise<StockByPack> {
  const { rows } = await client.query<{ packId: string; onHand: number }>(
    'select pack_id as "packId", on_hand as "onHand" from orders.stock order by pack_id',
  );
  return new Map(rows.map(({ packId, onHand }) => [packId, onHand]));
}

async function count(client: pg.Client, text: string): Promise<number> {
  return (await client.query<{ n: number }>(text)).rows[0]!.n;
}

const messagesOf = (template: string): string => `select count(*)::int as n from platform.message where template = '${template}'`;

/** The queue keeps house in queues of its own, named with two underscores. */
const OURS = `name not like '\\_\\_%'`;
const WAITING = `
  select ((select count(*) from pgboss.job where state in ('created', 'retry', 'active') and ${OURS}) +
    (select count(*) from orders.seller_order part where not exists (
      select from orders.escalation taken where taken.seller_order_id = part.id and taken.action = 'alert')))::int as n`;

const ORDERS = `
  select o.number, coalesce(o.note, '') as key,
    (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'parcelNumber', s.parcel_number, 'lines',
        (select coalesce(jsonb_agg(jsonb_build_object('packId', l.pack_id, 'quantity', l.quantity)), '[]')
           from orders.order_line l where l.seller_order_id = s.id))), '[]')
       from orders.seller_order s where s.order_id = o.id) as "sellerOrders"
  from orders."order" o order by o.number`;
