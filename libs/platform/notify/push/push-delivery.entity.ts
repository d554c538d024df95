import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MessageEntity } from '../message.entity.js';
import { PushSubscriptionEntity } from './push-subscription.entity.js';

/** A message on its way to one device. Its key is what makes each go once. */
@Entity({ schema: 'platform', name: 'push_delivery' })
@Check('push_delivery_state', `state in ('waiting', 'sent', 'failed')`)
@Index('push_delivery_waiting', ['nextTryAt'], { where: `state = 'waiting'` })
@Index('push_delivery_of_subscription', ['subscriptionId'])
export class PushDeliveryEntity {
  @ForeignKey(() => MessageEntity, { name: 'push_delivery_message', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'message_id' })
  messageId: string;

  @ForeignKey(() => PushSubscriptionEntity, { name: 'push_delivery_subscription', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'subscription_id' })
  subscriptionId: string;

  @Column('text')
  state: 'waiting' | 'sent' | 'failed';

  @Column('int', { default: 0 })
  tries: number;

  @Column('timestamptz', { name: 'next_try_at' })
  nextTryAt: Date;

  /** Why the last try failed. */
  @Column('text', { nullable: true })
  error: string | null;
}
