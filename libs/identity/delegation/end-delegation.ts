import { Injectable } from '@nestjs/common';
import { Clock, Database, platformProblem, sql, Trail, type Actor } from '@choxa/platform';

/** The household takes a delegation back, or the clerk gives it back. It is gone on the very next request; ending it again changes nothing. */
@Injectable()
export class EndDelegation {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found` for one that is neither to the actor nor from the actor's own household. */
  async run(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [delegation] = await sql<{ householdId: string; clerkId: string; over: boolean }>(
        tx,
        `select household_id as "householdId", clerk_id as "clerkId", ended_at is not null as over from identity.delegation
          where id = $1 and (clerk_id = $2 or household_id = any($3::uuid[])) for update`,
        [id, actor.accountId, actor.scope('household', 'household')],
      );
      if (!delegation) throw platformProblem('not-found');
      if (delegation.over) return;
      await sql(tx, 'update identity.delegation set ended_at = $2, ended_by = $3 where id = $1', [id, this.clock.now(), actor.accountId]);
      await this.trail.record(tx, actor, {
        action: 'delegation.ended',
        subjectKind: 'household',
        subjectId: delegation.householdId,
        details: { delegationId: id, clerkId: delegation.clerkId },
      });
    });
  }
}
