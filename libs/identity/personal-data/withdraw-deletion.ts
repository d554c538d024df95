import { Injectable } from '@nestjs/common';
import { Clock, Database, platformProblem, sql, Trail, type Actor } from '@choxa/platform';

/** The person has changed their mind before anything was deleted. */
@Injectable()
export class WithdrawDeletion {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found` where no request is open. */
  async run(actor: Actor): Promise<void> {
    await this.db.transaction(async (tx) => {
      const closed = await sql(
        tx,
        `update identity.deletion_request set state = 'withdrawn', closed_at = $2
          where account_id = $1 and state in ('accepted', 'held') returning id`,
        [actor.accountId, this.clock.now()],
      );
      if (!closed.length) throw platformProblem('not-found');
      await this.trail.record(tx, actor, { action: 'deletion.withdrawn', subjectKind: 'account', subjectId: actor.accountId });
    });
  }
}
