import { Injectable } from '@nestjs/common';
import { Clock, Database, platformProblem, sql, Trail, type Actor } from '@choxa/platform';

/** A clerk's session begins or stops to act for a household. It is one session's choice: the clerk's other devices go on as they are. */
@Injectable()
export class ActForHousehold {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found` for a delegation that is another's, not confirmed, or over. */
  async begin(actor: Actor, delegationId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [begun] = await sql<{ householdId: string }>(
        tx,
        `update identity.session set delegation_id = delegation.id from identity.delegation
          where session.id = $1 and delegation.id = $2 and delegation.clerk_id = $3 and session.account_id = $3
            and confirmed_at is not null and ended_at is null and ends_at > $4
          returning delegation.household_id as "householdId"`,
        [actor.sessionId, delegationId, actor.accountId, this.clock.now()],
      );
      if (!begun) throw platformProblem('not-found');
      await this.trail.record(tx, actor, {
        action: 'delegation.used',
        subjectKind: 'household',
        subjectId: begun.householdId,
        details: { delegationId },
      });
    });
  }

  /** Stopping without having begun changes nothing. */
  async stop(actor: Actor): Promise<void> {
    await this.db.transaction((tx) =>
      sql(tx, 'update identity.session set delegation_id = null where id = $1 and account_id = $2', [actor.sessionId, actor.accountId]),
    );
  }
}
