import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * A time in which a pack on sale lacked something on its label: sold until `endsOn`, paused after it, closed as soon as the label is complete (or
 * the policy asks no more). At most one is open per pack.
 */
@Entity({ schema: 'labelling', name: 'label_grace' })
@Index('label_grace_open', ['packId'], { unique: true, where: 'closed_at is null' })
export class LabelGraceEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'pack_id' })
  packId: string;

  @Column('uuid', { name: 'household_id' })
  householdId: string;

  /** Where the household is; for the counts officials see. */
  @Column('text', { name: 'province_code', nullable: true })
  provinceCode: string | null;

  @Column('date', { name: 'opened_on' })
  openedOn: string;

  /** Last day on which it may be sold, in Asia/Ho_Chi_Minh. */
  @Column('date', { name: 'ends_on' })
  endsOn: string;

  /** The latest reminder sent, by how many days before the end it was due; null before the first. */
  @Column('int', { name: 'reminded_days', nullable: true })
  remindedDays: number | null;

  @Column('timestamptz', { name: 'paused_at', nullable: true })
  pausedAt: Date | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;
}
