import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { HouseholdEntity } from '../households/household.entity.js';
import { SubjectEntity } from './subject.entity.js';

/** A household that grows or makes for a subject; a cooperative has many, and a household may belong to several. */
@Entity({ schema: 'households', name: 'subject_household' })
@Index('subject_household_household_id', ['householdId'])
export class SubjectHouseholdEntity {
  @PrimaryColumn('uuid', { name: 'subject_id' })
  subjectId: string;

  @ManyToOne(() => SubjectEntity)
  @JoinColumn({ name: 'subject_id', foreignKeyConstraintName: 'subject_household_subject' })
  subject?: SubjectEntity;

  @PrimaryColumn('uuid', { name: 'household_id' })
  householdId: string;

  @ManyToOne(() => HouseholdEntity)
  @JoinColumn({ name: 'household_id', foreignKeyConstraintName: 'subject_household_household' })
  household?: HouseholdEntity;
}
