import { defineEvent } from '@choxa/platform';

/** A household was at a training session (the plan's task 27). */
export interface TrainingAttendedV1 {
  /** Of this record of it: one that was withdrawn and recorded again has another. */
  attendanceId: string;
  sessionId: string;
  householdId: string;
  /** Local day, `YYYY-MM-DD`. */
  heldOn: string;
  communeCode: string;
  provinceCode: string;
}

export const TrainingAttended = defineEvent<TrainingAttendedV1>('households.training-attended.v1');

/** An attendance told before was recorded by mistake. */
export interface TrainingAttendanceWithdrawnV1 {
  attendanceId: string;
  sessionId: string;
  householdId: string;
}

export const TrainingAttendanceWithdrawn = defineEvent<TrainingAttendanceWithdrawnV1>('households.training-attendance-withdrawn.v1');
