import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A browser that takes pushes for a person. Deleted when the person ends it, or the push service says that it is gone. */
@Entity({ schema: 'platform', name: 'push_subscription' })
@Unique('push_subscription_endpoint', ['endpoint'])
@Index('push_subscription_phone', ['phone'])
export class PushSubscriptionEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** E.164: messages are addressed by telephone. */
  @Column('text')
  phone: string;

  @Column('uuid', { name: 'account_id' })
  accountId: string;

  /** Where its push service takes pushes. */
  @Column('text')
  endpoint: string;

  /** The browser's public key and secret (RFC 8291), base64url. */
  @Column('text')
  p256dh: string;

  @Column('text')
  auth: string;

  /** What its owner knows it by, e.g. `Chrome, Android`. */
  @Column('text')
  device: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
