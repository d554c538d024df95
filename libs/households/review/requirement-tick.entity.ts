import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { HouseholdEntity } from '../households/household.entity.js';

/** Somebody says to have seen what a requirement asks of a household. It is taken back, never deleted. */
@Entity({ schema: 'households', name: 'requirement_tick' })
@Index('requirement_tick_once', ['householdId', 'code'], { unique: true, where: 'taken_back_at is null' })
@Check('requirement_tick_taken_back', '(taken_back_at is null) = (taken_back_by is null)')
export class RequirementTickEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'household_id' })
  householdId: string;

  @ManyToOne(() => HouseholdEntity)
  @JoinColumn({ name: 'household_id', foreignKeyConstraintName: 'requirement_tick_household' })
  household?: HouseholdEntity;

  @Column('text')
  code: string;

  @Column('timestamptz', { name: 'seen_at' })
  seenAt: Date;

  /** Account. */
  @Column('uuid', { name: 'seen_by' })
  seenBy: string;

  @Column('timestamptz', { name: 'taken_back_at', nullable: true })
  takenBackAt: Date | null;

  /** Account. */
  @Column('uuid', { name: 'taken_back_by', nullable: true })
  takenBackBy: string | null;
}
