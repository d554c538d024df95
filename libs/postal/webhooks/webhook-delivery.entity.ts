import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { WebhookEntity } from './webhook.entity.js';

export const DELIVERY_STATES = ['waiting', 'delivered', 'given_up'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** One event on its way to one webhook. Its id is the message's `webhook-id`, the same at every try; webhook and event make it once. */
@Entity({ schema: 'postal', name: 'webhook_delivery' })
@Unique('webhook_delivery_once', ['webhookId', 'eventId'])
@Check('webhook_delivery_state', `state in ('waiting', 'delivered', 'given_up') and (state = 'waiting') = (next_try_at is not null)`)
@Index('webhook_delivery_waiting', ['nextTryAt'], { where: `state = 'waiting'` })
@Index('webhook_delivery_of_webhook', ['webhookId', 'createdAt'])
export class WebhookDeliveryEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_webhook_delivery' })
  id: string;

  @ForeignKey(() => WebhookEntity, { name: 'webhook_delivery_webhook', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'webhook_id' })
  webhookId: string;

  /** Id of the scan or of the fact; of a test its own. */
  @Column('uuid', { name: 'event_id' })
  eventId: string;

  @Column('text')
  kind: string;

  /** The bytes that are sent and signed. */
  @Column('text')
  payload: string;

  @Column('text')
  state: DeliveryState;

  /** Since it was made or sent again by hand. */
  @Column('int', { default: 0 })
  tries: number;

  @Column('timestamptz', { name: 'next_try_at', nullable: true })
  nextTryAt: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
