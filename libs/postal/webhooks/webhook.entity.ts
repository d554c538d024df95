import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OperatorEntity } from '../operators/operator.entity.js';
import type { WebhookKind } from './webhook-kinds.js';

/**
 * An address that a program of an operator or of a sender wants to be told events at (Standard Webhooks). It reads the feed of events as its owner
 * would, from the place where it stands.
 */
@Entity({ schema: 'postal', name: 'webhook' })
@Check('webhook_state', `state in ('active', 'disabled') and (state = 'disabled') = (disabled_reason is not null)`)
@Check('webhook_secrets', '(previous_secret is null) = (previous_secret_until is null)')
@Index('webhook_of_operator', ['operatorId'])
export class WebhookEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_webhook' })
  id: string;

  @ForeignKey(() => OperatorEntity, { name: 'webhook_operator' })
  @Column('uuid', { name: 'operator_id' })
  operatorId: string;

  /** The sender it belongs to; null: it belongs to the operator and is told of all its parcels. */
  @Column('text', { name: 'sender_key', nullable: true })
  senderKey: string | null;

  @Column('text')
  url: string;

  @Column('text', { array: true })
  kinds: WebhookKind[];

  /** `whsec_…`, by which the receiver knows that a message is ours. */
  @Column('text')
  secret: string;

  /** The secret before: signs too until the instant beside it, so that the receiver has time to change. */
  @Column('text', { name: 'previous_secret', nullable: true })
  previousSecret: string | null;

  @Column('timestamptz', { name: 'previous_secret_until', nullable: true })
  previousSecretUntil: Date | null;

  @Column('text')
  state: 'active' | 'disabled';

  /** Why the post no longer calls it. */
  @Column('text', { name: 'disabled_reason', nullable: true })
  disabledReason: string | null;

  /** Since when every try failed; null after a good one. */
  @Column('timestamptz', { name: 'failing_since', nullable: true })
  failingSince: Date | null;

  /** The place in the feed up to which everything is queued. */
  @Column('timestamptz', { name: 'read_until' })
  readUntil: Date;

  @Column('uuid', { name: 'read_until_id' })
  readUntilId: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  /** Account of the person who made it. */
  @Column('uuid', { name: 'created_by' })
  createdBy: string;

  /** E.164; told when the post gives the webhook up. Null once its owner is forgotten. */
  @Column('text', { name: 'contact_phone', nullable: true })
  contactPhone: string | null;
}
