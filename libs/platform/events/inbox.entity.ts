import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One row per event a handler has dealt with, written in the handler's own transaction: that is what makes it happen once. */
@Entity({ schema: 'platform', name: 'inbox' })
export class InboxEntity {
  @PrimaryColumn('uuid', { name: 'event_id' })
  eventId: string;

  @PrimaryColumn('text')
  handler: string;

  @Index('inbox_handled_at')
  @Column('timestamptz', { name: 'handled_at', default: () => 'now()' })
  handledAt: Date;
}
