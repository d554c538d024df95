import { Injectable } from '@nestjs/common';
import { decodeCursor, DEFAULT_LIMIT, pageOf, platformProblem, sql, type Actor, type Page } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';
import type { DeliveryState } from './webhook-delivery.entity.js';
import { OWN_WEBHOOKS, webhookScope } from './webhook-scope.js';
import type { WebhookDeliveryDto, WebhookDto } from './webhooks.dto.js';

interface WebhookRow extends Omit<WebhookDto, 'failingSince' | 'previousSecretUntil' | 'createdAt'> {
  failingSince: Date | null;
  previousSecretUntil: Date | null;
  createdAt: Date;
}

interface DeliveryRow extends Omit<WebhookDeliveryDto, 'createdAt' | 'nextTryAt'> {
  createdAt: Date;
  nextTryAt: Date | null;
}

/** What owners see of their webhooks. No secret is ever read here. */
@Injectable()
export class Webhooks {
  constructor(private readonly db: PostalDatabase) {}

  /** One's own, the newest first. */
  async list(actor: Actor): Promise<WebhookDto[]> {
    return (await sql<WebhookRow>(this.db.read, `${SELECT} order by webhook.created_at desc, webhook.id`, webhookScope(actor))).map(
      toWebhookDto,
    );
  }

  /** @throws Problem `not-found`, also for somebody else's */
  async one(actor: Actor, id: string): Promise<WebhookDto> {
    const [row] = await sql<WebhookRow>(this.db.read, `${SELECT} and webhook.id = $4`, [...webhookScope(actor), id]);
    if (!row) throw platformProblem('not-found');
    return toWebhookDto(row);
  }

  /** What was and is on its way to a webhook, the newest first. @throws Problem `not-found` */
  async deliveries(
    actor: Actor,
    id: string,
    { state, limit = DEFAULT_LIMIT, cursor }: { state?: DeliveryState; limit?: number; cursor?: string },
  ): Promise<Page<WebhookDeliveryDto>> {
    await this.one(actor, id);
    const [createdAt, deliveryId] = cursor ? decodeCursor(cursor, 2) : [null, null];
    const rows = await sql<DeliveryRow>(this.db.read, DELIVERIES, [id, state ?? null, createdAt, deliveryId, limit + 1]);
    return pageOf(rows, limit, (row) => [row.createdAt.toISOString(), row.id], toDeliveryDto);
  }
}

const SELECT = `
  select webhook.id, webhook.url, webhook.kinds, operator.code as "operatorCode", operator.name as "operatorName", webhook.state,
    webhook.disabled_reason as "disabledReason", webhook.failing_since as "failingSince",
    webhook.previous_secret_until as "previousSecretUntil", webhook.created_at as "createdAt",
    (select count(*)::int from postal.webhook_delivery where webhook_id = webhook.id and state = 'waiting') as waiting
  from postal.webhook join postal.operator on operator.id = webhook.operator_id
  where ${OWN_WEBHOOKS}`;

const DELIVERIES = `
  select id, kind, payload::jsonb #>> '{data,number}' as number, state, created_at as "createdAt", next_try_at as "nextTryAt",
    coalesce((select json_agg(json_build_object('triedAt', tried_at, 'status', status, 'error', error) order by tried_at)
      from postal.webhook_try where delivery_id = delivery.id), '[]') as tries
  from postal.webhook_delivery delivery
  where webhook_id = $1 and ($2::text is null or state = $2)
    and ($3::timestamptz is null or (created_at, id) < ($3, $4::uuid))
  order by created_at desc, id desc limit $5`;

function toWebhookDto({ failingSince, previousSecretUntil, createdAt, ...row }: WebhookRow): WebhookDto {
  return {
    ...row,
    failingSince: failingSince?.toISOString() ?? null,
    previousSecretUntil: previousSecretUntil?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}

function toDeliveryDto({ createdAt, nextTryAt, tries, ...row }: DeliveryRow): WebhookDeliveryDto {
  return {
    ...row,
    createdAt: createdAt.toISOString(),
    nextTryAt: nextTryAt?.toISOString() ?? null,
    tries: tries.map((one) => ({ ...one, triedAt: new Date(one.triedAt).toISOString() })),
  };
}
