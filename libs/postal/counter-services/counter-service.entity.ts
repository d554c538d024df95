import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OfficeEntity } from '../offices/office.entity.js';

/**
 * How many public services of a kind an office served on a day. Says nothing of the citizens. Append-only: a mistake is put right by a further
 * record of the difference, with its reason.
 */
@Entity({ schema: 'postal', name: 'counter_service' })
@Check('counter_service_count', 'count <> 0 and (count > 0 or corrects is not null)')
@Check('counter_service_reason', '(corrects is null) = (reason is null)')
@Index('counter_service_of_office', ['officeId', 'day'])
@Index('counter_service_corrections', ['corrects'], { where: 'corrects is not null' })
export class CounterServiceEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_counter_service' })
  id: string;

  @ForeignKey(() => OfficeEntity, { name: 'counter_service_office' })
  @Column('uuid', { name: 'office_id' })
  officeId: string;

  @Column('text')
  kind: string;

  @Column('date')
  day: string;

  /** Of a correction: the difference, which may be negative. */
  @Column('int')
  count: number;

  /** Of a correction: the record it puts right. */
  @ForeignKey(() => CounterServiceEntity, { name: 'counter_service_corrected' })
  @Column('uuid', { nullable: true })
  corrects: string | null;

  /** Why it was wrong. */
  @Column('text', { nullable: true })
  reason: string | null;

  /** The clerk's account. */
  @Column('uuid', { name: 'recorded_by' })
  recordedBy: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;
}
