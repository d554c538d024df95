import { Injectable } from '@nestjs/common';
import { Clock, Database, platformProblem, sql, Trail, type Actor } from '@choxa/platform';

/** Takes a key back: it is worth nothing from the next request on. */
@Injectable()
export class RevokeApiKey {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found` for a key that is not the actor's or was taken back before. */
  async run(actor: Actor, keyId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const revoke = 'update identity.api_key set revoked_at = $3 where id = $1 and account_id = $2 and revoked_at is null returning id';
      if (!(await sql(tx, revoke, [keyId, actor.accountId, this.clock.now()])).length) throw platformProblem('not-found');
      await this.trail.record(tx, actor, { action: 'api-key.revoked', subjectKind: 'api-key', subjectId: keyId });
    });
  }
}
