import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OfficeEntity } from '../offices/office.entity.js';
import type { Notes } from './notes.rules.js';

/** `shift`: all the person holds, at the end of the shift. `part`: some of it, on the way. */
export const COUNT_KINDS = ['part', 'shift'] as const;
export type CountKind = (typeof COUNT_KINDS)[number];

export const COUNT_STATES = ['counted', 'confirmed', 'withdrawn'] as const;
export type CountState = (typeof COUNT_STATES)[number];

/** Cash a person counted and brought to the office. It is handed over when a second person has counted the same. */
@Entity({ schema: 'postal', name: 'cash_count' })
@Index('cash_count_open', ['officeId', 'holderId'], { unique: true, where: `state = 'counted'` })
@Index('cash_count_of_office', ['officeId', 'countedAt'])
@Check('cash_count_kind', `kind in ('part', 'shift')`)
@Check('cash_count_amount', 'counted_vnd >= 0')
@Check(
  'cash_count_state',
  `state in ('counted', 'confirmed', 'withdrawn') and (state = 'counted') = (closed_at is null)
    and (closed_at is null) = (closed_by is null) and (state = 'confirmed') = (held_vnd is not null)`,
)
@Check('cash_count_second_person', `state <> 'confirmed' or closed_by <> holder_id`)
export class CashCountEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_cash_count' })
  id: string;

  @ForeignKey(() => OfficeEntity, { name: 'cash_count_office' })
  @Column('uuid', { name: 'office_id' })
  officeId: string;

  /** Account of the person who holds the cash. */
  @Column('uuid', { name: 'holder_id' })
  holderId: string;

  @Column('text', { name: 'holder_name' })
  holderName: string;

  @Column('text')
  kind: CountKind;

  @Column('bigint', { name: 'counted_vnd' })
  countedVnd: number;

  /** Which notes it was, where they were written down. */
  @Column('jsonb', { nullable: true })
  notes: Notes[] | null;

  @Column('timestamptz', { name: 'counted_at' })
  countedAt: Date;

  @Column('text')
  state: CountState;

  /** What the books said they hold when it was confirmed. */
  @Column('bigint', { name: 'held_vnd', nullable: true })
  heldVnd: number | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;

  /** Account of the cashier who confirmed it, or of the person who took it back. */
  @Column('uuid', { name: 'closed_by', nullable: true })
  closedBy: string | null;

  @Column('text', { name: 'closed_by_name', nullable: true })
  closedByName: string | null;
}
