import { Injectable } from '@nestjs/common';
import { Clock, Database, type Actor } from '@choxa/platform';
import { endSessions } from './end-sessions.js';

/** Signs every other device out. */
@Injectable()
export class EndOtherSessions {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** How many sessions ended. */
  async run({ accountId, sessionId }: Actor): Promise<number> {
    const now = this.clock.now();
    return (await this.db.transaction((tx) => endSessions(tx, { accountId, which: { but: sessionId }, now }))).length;
  }
}
