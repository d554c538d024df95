import { randomUUID } from 'node:crypto';
import { pseudonymOf, sql, type Tx } from '@choxa/platform';
import { hashToken, newToken, SESSION_LIFE_SECONDS, type Assurance } from './session.rules.js';

/** The device somebody signs in with. */
export interface Device {
  /** Its random number. */
  id: string;
  userAgent: string;
  /** Token of the session it held until now; that one ends. */
  formerToken?: string;
}

/** Opens a session and gives its token, which goes to the device and is kept nowhere here; null where the account is disabled. */
export async function openSession(
  tx: Tx,
  { accountId, assurance, device, now }: { accountId: string; assurance: Assurance; device: Device; now: Date },
): Promise<string | null> {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + SESSION_LIFE_SECONDS[assurance] * 1000);
  const opened = await sql(
    tx,
    `insert into identity.session (id, account_id, token_hash, assurance, user_agent, device_hash, opened_at, expires_at)
     select $1::uuid, id, $3, $4, $5, $8, $6::timestamptz, $7::timestamptz from identity.account where id = $2 and disabled_at is null
     returning id`,
    [randomUUID(), accountId, hashToken(token), assurance, device.userAgent.slice(0, 300), now, expiresAt, pseudonymOf(device.id)],
  );
  if (!opened.length) return null;
  if (device.formerToken) {
    const ended = 'update identity.session set revoked_at = $2 where token_hash = $1 and revoked_at is null';
    await tx.query(ended, [hashToken(device.formerToken), now]);
  }
  return token;
}
