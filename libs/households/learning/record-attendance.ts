import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Database, Events, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { householdToReview } from '../households/households-to-review.query.js';
import { trainingSession, type TrainingSession } from './training.query.js';
import { TrainingAttendanceWithdrawn, TrainingAttended } from './training.events.js';

/** Ticks a household of the actor's places as present at a session, or takes a wrong tick back. Either twice changes nothing. */
@Injectable()
export class RecordAttendance {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found` for a session or household outside the actor's places. */
  async run(actor: Actor, sessionId: string, householdId: string, attended: boolean): Promise<void> {
    await this.db.transaction(async (tx) => {
      const session = await trainingSession(tx, actor, sessionId);
      await householdToReview(tx, actor, householdId);
      const changed = attended ? await this.tick(tx, actor, session, householdId) : await this.takeBack(tx, actor, sessionId, householdId);
      if (!changed) return;
      const action = attended ? 'training.attended' : 'training.attendance-withdrawn';
      await this.trail.record(tx, actor, { action, subjectKind: 'household', subjectId: householdId, details: { sessionId } });
    });
  }

  private async tick(tx: Tx, actor: Actor, session: TrainingSession, householdId: string): Promise<boolean> {
    const [fresh] = await sql<{ id: string }>(
      tx,
      `insert into households.attendance (id, session_id, household_id, recorded_by, recorded_at) values ($1, $2, $3, $4, $5)
       on conflict (session_id, household_id) where withdrawn_at is null do nothing returning id`,
      [randomUUID(), session.id, householdId, actor.accountId, this.clock.now()],
    );
    if (!fresh) return false;
    const { id: sessionId, heldOn, communeCode, provinceCode } = session;
    await this.events.publish(tx, TrainingAttended, { attendanceId: fresh.id, sessionId, householdId, heldOn, communeCode, provinceCode });
    return true;
  }

  private async takeBack(tx: Tx, actor: Actor, sessionId: string, householdId: string): Promise<boolean> {
    const [gone] = await sql<{ id: string }>(
      tx,
      `update households.attendance set withdrawn_by = $3, withdrawn_at = $4
        where session_id = $1 and household_id = $2 and withdrawn_at is null returning id`,
      [sessionId, householdId, actor.accountId, this.clock.now()],
    );
    if (!gone) return false;
    await this.events.publish(tx, TrainingAttendanceWithdrawn, { attendanceId: gone.id, sessionId, householdId });
    return true;
  }
}
