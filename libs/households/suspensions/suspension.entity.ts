import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { HouseholdEntity } from '../households/household.entity.js';

/** An official stops a household from selling from a day on, until it is lifted. Orders already placed go on. */
@Entity({ schema: 'households', name: 'suspension' })
@Index('suspension_open', ['householdId'], { unique: true, where: 'lifted_at is null' })
@Index('suspension_due', ['startsOn'], { where: 'begun_at is null and lifted_at is null' })
@Check('suspension_answered', '(answered_at is null) = (answer is null)')
@Check('suspension_lifted', '(lifted_at is null) = (lifted_by is null)')
export class SuspensionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'household_id' })
  householdId: string;

  @ManyToOne(() => HouseholdEntity)
  @JoinColumn({ name: 'household_id', foreignKeyConstraintName: 'suspension_household' })
  household?: HouseholdEntity;

  @Column('text', { name: 'reason_code' })
  reasonCode: string;

  /** What exactly is wrong, for the household to read. */
  @Column('text')
  text: string;

  @Column('timestamptz', { name: 'announced_at' })
  announcedAt: Date;

  /** Account. */
  @Column('uuid', { name: 'announced_by' })
  announcedBy: string;

  /** First local day without sales. */
  @Column('date', { name: 'starts_on' })
  startsOn: string;

  /** When the products left the shop; null until the day has come. */
  @Column('timestamptz', { name: 'begun_at', nullable: true })
  begunAt: Date | null;

  @Column('text', { nullable: true })
  answer: string | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt: Date | null;

  /** Account. */
  @Column('uuid', { name: 'answered_by', nullable: true })
  answeredBy: string | null;

  @Column('timestamptz', { name: 'lifted_at', nullable: true })
  liftedAt: Date | null;

  /** Account. */
  @Column('uuid', { name: 'lifted_by', nullable: true })
  liftedBy: string | null;

  @Column('text', { name: 'lift_note', nullable: true })
  liftNote: string | null;
}
