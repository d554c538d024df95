import { Clock, Handles, SessionLost, type EventEnvelope, type EventHandler, type SessionLostV1, type Tx } from '@choxa/platform';
import { endSessions } from './end-sessions.js';

/** A session whose device is lost is worth nothing from its next request on. One that is over already stays as it is. */
@Handles(SessionLost)
export class EndSessionWhenLost implements EventHandler<SessionLostV1> {
  constructor(private readonly clock: Clock) {}

  async handle(tx: Tx, { data: { accountId, sessionId } }: EventEnvelope<SessionLostV1>): Promise<void> {
    await endSessions(tx, { accountId, which: { only: sessionId }, now: this.clock.now() });
  }
}
