import { randomUUID } from 'node:crypto';
import { sql, type Tx } from '@choxa/platform';
import type { WebhookKind } from './webhook-kinds.js';

export interface NewDelivery {
  webhookId: string;
  /** What is told of; a webhook is told of it once. */
  eventId: string;
  kind: WebhookKind;
  /** RFC 3339: when it happened. */
  timestamp: string;
  data: object;
}

/** Puts messages on their way, as far as they are not. */
export async function addDeliveries(tx: Tx, deliveries: readonly NewDelivery[], now: Date): Promise<void> {
  if (!deliveries.length) return;
  await sql(
    tx,
    `insert into postal.webhook_delivery (id, webhook_id, event_id, kind, payload, state, next_try_at, created_at)
     select given.*, 'waiting', $6, $6
       from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[]) as given (id, webhook_id, event_id, kind, payload)
     on conflict on constraint webhook_delivery_once do nothing`,
    [
      deliveries.map(() => randomUUID()),
      deliveries.map(({ webhookId }) => webhookId),
      deliveries.map(({ eventId }) => eventId),
      deliveries.map(({ kind }) => kind),
      deliveries.map(({ kind, timestamp, data }) => JSON.stringify({ type: kind, timestamp, data })),
      now,
    ],
  );
}
