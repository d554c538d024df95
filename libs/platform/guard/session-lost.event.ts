import { defineEvent } from '../events/event.js';

export interface SessionLostV1 {
  accountId: string;
  sessionId: string;
}

/** A lib learned that the device a session was opened on is lost. Identity ends the session. */
export const SessionLost = defineEvent<SessionLostV1>('platform.session-lost.v1');
