import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { HouseholdEntity } from '../households/household.entity.js';

/** A "not yet" to a household that asked to sell, with its reason, and what the household answered when it asked again. */
@Entity({ schema: 'households', name: 'refusal' })
@Index('refusal_open', ['householdId'], { unique: true, where: 'answered_at is null' })
@Check('refusal_answered', '(answered_at is null) = (answered_by is null) and (answered_at is null) = (answer is null)')
export class RefusalEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'household_id' })
  householdId: string;

  @ManyToOne(() => HouseholdEntity)
  @JoinColumn({ name: 'household_id', foreignKeyConstraintName: 'refusal_household' })
  household?: HouseholdEntity;

  @Column('text')
  reason: string;

  @Column('timestamptz', { name: 'refused_at' })
  refusedAt: Date;

  /** Account. */
  @Column('uuid', { name: 'refused_by' })
  refusedBy: string;

  @Column('text', { nullable: true })
  answer: string | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt: Date | null;

  /** Account. */
  @Column('uuid', { name: 'answered_by', nullable: true })
  answeredBy: string | null;
}
