import { Instant, Int, ListOf, OneOf, PageQuery, SomeOf, Text, Uuid } from '@choxa/platform';
import { DELIVERY_STATES, type DeliveryState } from './webhook-delivery.entity.js';
import { WEBHOOK_KINDS, type WebhookKind } from './webhook-kinds.js';

const URL_FIELD = { min: 10, max: 500, description: 'https, of the public internet', example: 'https://hooks.example.com/buu-gui' };
const STATES = ['active', 'disabled'] as const;
const DISABLED_REASONS = ['failing', 'gone', 'paused'] as const;

export class ChangeWebhookDto {
  @Text(URL_FIELD) url: string;
  @SomeOf(WEBHOOK_KINDS, { min: 1, description: 'What to be told' }) kinds: WebhookKind[];
}

export class RegisterWebhookDto extends ChangeWebhookDto {
  @Text({ optional: true, max: 40, description: 'Code of the operator; may be left out by who has one only' }) operatorCode?: string;
}

export class WebhookDto {
  @Uuid() id: string;
  @Text({ max: 500 }) url: string;
  @SomeOf(WEBHOOK_KINDS) kinds: WebhookKind[];
  @Text() operatorCode: string;
  @Text() operatorName: string;
  @OneOf(STATES) state: (typeof STATES)[number];
  @OneOf(DISABLED_REASONS, { optional: true, description: 'failing: for three days; gone: it answered 410; paused: by its owner' })
  disabledReason: (typeof DISABLED_REASONS)[number] | null;
  @Instant({ optional: true, description: 'Since when every try failed' }) failingSince: string | null;
  @Instant({ optional: true, description: 'Until then the secret before signs, too' }) previousSecretUntil: string | null;
  @Int({ description: 'Messages on their way' }) waiting: number;
  @Instant() createdAt: string;
}

export class WebhooksDto {
  @ListOf(() => WebhookDto) data: WebhookDto[];
  @Text({ optional: true }) next: string | null;
}

export class WebhookSecretDto {
  @Uuid() id: string;
  @Text({ description: 'Signs every message; shown this once' }) secret: string;
}

export class WebhookTryDto {
  @Instant() triedAt: string;
  @Int({ optional: true, description: 'HTTP status; null when nobody answered' }) status: number | null;
  @Text({ optional: true, max: 300 }) error: string | null;
}

export class WebhookDeliveryDto {
  @Uuid({ description: 'The `webhook-id` of the message' }) id: string;
  @Text() kind: string;
  @Text({ optional: true, description: 'Of the parcel' }) number: string | null;
  @OneOf(DELIVERY_STATES) state: DeliveryState;
  @Instant() createdAt: string;
  @Instant({ optional: true }) nextTryAt: string | null;
  @ListOf(() => WebhookTryDto) tries: WebhookTryDto[];
}

export class WebhookDeliveriesDto {
  @ListOf(() => WebhookDeliveryDto) data: WebhookDeliveryDto[];
  @Text({ optional: true }) next: string | null;
}

export class WebhookDeliveriesQuery extends PageQuery {
  @OneOf(DELIVERY_STATES, { optional: true }) state?: DeliveryState;
}
