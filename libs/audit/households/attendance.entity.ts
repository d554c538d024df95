import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A household was at a training session, or it was recorded so by mistake. Day and place are null until the attendance itself is told. */
@Entity({ schema: 'audit', name: 'attendance' })
@Index('attendance_held', ['heldOn'])
export class AttendanceEntity {
  @PrimaryColumn('uuid', { name: 'attendance_id' })
  attendanceId: string;

  @Column('uuid', { name: 'session_id' })
  sessionId: string;

  @Column('uuid', { name: 'household_id' })
  householdId: string;

  @Column('date', { name: 'held_on', nullable: true })
  heldOn: string | null;

  /** Where the session was held. */
  @Column('text', { name: 'commune_code', nullable: true })
  communeCode: string | null;

  @Column('text', { name: 'province_code', nullable: true })
  provinceCode: string | null;

  @Column('boolean')
  withdrawn: boolean;
}
