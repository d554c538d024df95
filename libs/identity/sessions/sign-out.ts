import { Injectable } from '@nestjs/common';
import { Clock, Database, type Actor } from '@choxa/platform';

/** Ends the session the request came with; its token is worth nothing from then on. */
@Injectable()
export class SignOut {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor): Promise<void> {
    await this.db.transaction((tx) =>
      tx.query('update identity.session set revoked_at = $3 where id = $1 and account_id = $2 and revoked_at is null', [
        actor.sessionId,
        actor.accountId,
        this.clock.now(),
      ]),
    );
  }
}
