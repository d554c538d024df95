import {
  TrainingAttendanceWithdrawn,
  TrainingAttended,
  type TrainingAttendanceWithdrawnV1,
  type TrainingAttendedV1,
} from '@choxa/households';
import { Handles } from '@choxa/platform';
import { PlainRecorder } from '../facts/plain-recorder.js';

@Handles(TrainingAttended)
export class RecordAttendanceWhenAttended extends PlainRecorder<TrainingAttendedV1> {
  protected readonly statement = `
    insert into audit.attendance (attendance_id, session_id, household_id, held_on, commune_code, province_code, withdrawn)
    select distinct on ("attendanceId") "attendanceId", "sessionId", "householdId", "heldOn", "communeCode", "provinceCode", false
      from jsonb_to_recordset($1) as told ("attendanceId" uuid, "sessionId" uuid, "householdId" uuid, "heldOn" date, "communeCode" text,
             "provinceCode" text)
    on conflict (attendance_id) do update
       set held_on = excluded.held_on, commune_code = excluded.commune_code, province_code = excluded.province_code`;
}

/** A mistake stays one, also where it is told before the attendance. */
@Handles(TrainingAttendanceWithdrawn)
export class WithdrawAttendanceWhenWithdrawn extends PlainRecorder<TrainingAttendanceWithdrawnV1> {
  protected readonly statement = `
    insert into audit.attendance (attendance_id, session_id, household_id, withdrawn)
    select distinct on ("attendanceId") "attendanceId", "sessionId", "householdId", true
      from jsonb_to_recordset($1) as told ("attendanceId" uuid, "sessionId" uuid, "householdId" uuid)
    on conflict (attendance_id) do update set withdrawn = true`;
}
