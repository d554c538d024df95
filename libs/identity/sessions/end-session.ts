import { Injectable } from '@nestjs/common';
import { Clock, Database, platformProblem, type Actor } from '@choxa/platform';
import { endSessions } from './end-sessions.js';

/** Ends one of one's own sessions: this one (sign-out) or that of a lost phone. Its token is worth nothing from then on. */
@Injectable()
export class EndSession {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Throws `not-found` for a session that is not the actor's or no longer open. */
  async run({ accountId }: Actor, sessionId: string): Promise<void> {
    const now = this.clock.now();
    const ended = await this.db.transaction((tx) => endSessions(tx, { accountId, which: { only: sessionId }, now }));
    if (!ended.length) throw platformProblem('not-found');
  }
}
