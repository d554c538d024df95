import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A message to a person, kept as it was sent. In demo mode the demo inbox shows these instead of a telephone network. */
@Entity({ schema: 'platform', name: 'message' })
@Index('message_sent_at', ['sentAt', 'id'])
@Index('message_waiting', ['sentAt'], { where: `state = 'waiting'` })
@Check('message_state', `state in ('waiting', 'sent', 'skipped', 'failed')`)
export class MessageEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** E.164 phone. */
  @Column('text')
  recipient: string;

  @Column('text')
  channel: string;

  /** Name of the text's template, e.g. `identity.code`. */
  @Column('text')
  template: string;

  @Column('text')
  body: string;

  @Column('timestamptz', { name: 'sent_at' })
  sentAt: Date;

  /** Handed to its channel, skipped because its recipient does not want it, or given up after several tries. */
  @Column('text', { default: 'waiting' })
  state: 'waiting' | 'sent' | 'skipped' | 'failed';

  @Column('int', { default: 0 })
  tries: number;

  /** Null before the first try. */
  @Column('timestamptz', { name: 'next_try_at', nullable: true })
  nextTryAt: Date | null;
}
