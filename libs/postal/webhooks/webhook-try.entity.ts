import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { WebhookDeliveryEntity } from './webhook-delivery.entity.js';

/** One call of a webhook and what came of it. */
@Entity({ schema: 'postal', name: 'webhook_try' })
@Index('webhook_try_of_delivery', ['deliveryId', 'triedAt'])
export class WebhookTryEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_webhook_try' })
  id: string;

  @ForeignKey(() => WebhookDeliveryEntity, { name: 'webhook_try_delivery', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'delivery_id' })
  deliveryId: string;

  @Column('timestamptz', { name: 'tried_at' })
  triedAt: Date;

  /** HTTP status of the answer; null when there was none. */
  @Column('int', { nullable: true })
  status: number | null;

  /** Why it failed: the connection's error, or the beginning of the answer. */
  @Column('text', { nullable: true })
  error: string | null;
}
