import { readInSteps, TellsAgain, type FactSource, type Tx } from '@choxa/platform';
import {
  TrainingAttendanceWithdrawn,
  TrainingAttended,
  type TrainingAttendanceWithdrawnV1,
  type TrainingAttendedV1,
} from './training.events.js';

/** Every attendance that was recorded, withdrawn ones too: both facts of it are told. */
@TellsAgain(TrainingAttended)
export class TellAttendancesAgain implements FactSource<TrainingAttendedV1> {
  async tell(tx: Tx, take: (facts: readonly TrainingAttendedV1[]) => Promise<void>): Promise<void> {
    await readInSteps(tx, ATTENDED, take);
  }
}

@TellsAgain(TrainingAttendanceWithdrawn)
export class TellAttendanceWithdrawalsAgain implements FactSource<TrainingAttendanceWithdrawnV1> {
  async tell(tx: Tx, take: (facts: readonly TrainingAttendanceWithdrawnV1[]) => Promise<void>): Promise<void> {
    await readInSteps(tx, WITHDRAWN, take);
  }
}

const ATTENDED = `
  select attendance.id as "attendanceId", session_id as "sessionId", household_id as "householdId", held_on::text as "heldOn",
         commune_code as "communeCode", province_code as "provinceCode"
    from households.attendance join households.training_session session on session.id = session_id`;

const WITHDRAWN = `
  select id as "attendanceId", session_id as "sessionId", household_id as "householdId" from households.attendance
   where withdrawn_at is not null`;
