import { sql, type Tx } from '@choxa/platform';
import type { Assurance } from './session.rules.js';

export interface OpenSession {
  id: string;
  userAgent: string;
  assurance: Assurance;
  openedAt: Date;
  /** To the hour. */
  lastSeenAt: Date;
}

/** The sessions of an account that are open at `now`, the one used last first. */
export async function openSessionsOf(tx: Tx, accountId: string, now: Date): Promise<OpenSession[]> {
  return sql<OpenSession>(
    tx,
    `select id, user_agent as "userAgent", assurance, opened_at as "openedAt", coalesce(last_seen_at, opened_at) as "lastSeenAt"
     from identity.session where account_id = $1 and revoked_at is null and expires_at > $2
     order by coalesce(last_seen_at, opened_at) desc, id limit 100`,
    [accountId, now],
  );
}
