import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { HouseholdEntity } from '../households/household.entity.js';
import { TrainingSessionEntity } from './training-session.entity.js';

/** A household was at a training session. A mistake is withdrawn, never erased: the figure of a past quarter can be explained. */
@Entity({ schema: 'households', name: 'attendance' })
@Index('attendance_once', ['sessionId', 'householdId'], { unique: true, where: 'withdrawn_at is null' })
@Check('attendance_withdrawn', '(withdrawn_by is null) = (withdrawn_at is null)')
export class AttendanceEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'session_id' })
  sessionId: string;

  @ManyToOne(() => TrainingSessionEntity)
  @JoinColumn({ name: 'session_id', foreignKeyConstraintName: 'attendance_session' })
  session?: TrainingSessionEntity;

  @Column('uuid', { name: 'household_id' })
  householdId: string;

  @ManyToOne(() => HouseholdEntity)
  @JoinColumn({ name: 'household_id', foreignKeyConstraintName: 'attendance_household' })
  household?: HouseholdEntity;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;

  @Column('uuid', { name: 'withdrawn_by', nullable: true })
  withdrawnBy: string | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;
}
