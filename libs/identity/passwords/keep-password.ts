import type { Tx } from '@choxa/platform';
import { forgetGuesses } from '../guesses/take-guess.js';
import { endSessions } from '../sessions/end-sessions.js';

export interface NewPassword {
  accountId: string;
  /** E.164. */
  phone: string;
  hash: string;
  /** The session that goes on; null when the change comes from none of the account's own. */
  sessionId: string | null;
  now: Date;
}

/** Stores a password and ends every other session of the account. */
export async function keepPassword(tx: Tx, { accountId, phone, hash, sessionId, now }: NewPassword): Promise<void> {
  await tx.query(
    `insert into identity.credential (account_id, password_hash, set_at) values ($1, $2, $3)
     on conflict (account_id) do update set password_hash = excluded.password_hash, set_at = excluded.set_at`,
    [accountId, hash, now],
  );
  await tx.query('delete from identity.half_sign_in where account_id = $1', [accountId]);
  await forgetGuesses(tx, phone, 'password');
  await endSessions(tx, { accountId, which: { but: sessionId }, now });
}
