import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A message to a person, kept as it was sent. In demo mode the demo inbox shows these instead of a telephone network. */
@Entity({ schema: 'platform', name: 'message' })
@Index('message_sent_at', ['sentAt', 'id'])
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
}
