import { Injectable } from '@nestjs/common';
import { Clock, Database, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { forgetGuesses, takeGuess } from '../guesses/take-guess.js';
import { identityProblem } from '../identity.problems.js';
import { endSessions } from '../sessions/end-sessions.js';
import { openSession, type Device } from '../sessions/open-session.js';
import { keepRecoveryCodes } from './keep-recovery-codes.js';
import { stepOf } from './totp.rules.js';

export interface Confirmed {
  /** Token of the session that takes the place of this one, with the second factor given. */
  token: string;
  /** To be shown once. */
  recoveryCodes: string[];
}

/** A first code proves that the authenticator holds the secret: from now on it is the account's second factor, and older sessions end. */
@Injectable()
export class ConfirmSecondFactor {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** Throws `factor.wrong`, `factor.locked` with the time to wait, or `factor.expired` when nothing is on offer to this session. */
  async run(actor: Actor, input: { code: string; device: Device }): Promise<Confirmed> {
    const outcome = await this.db.transaction((tx) => this.attempt(tx, actor, input));
    // Thrown after the commit: a wrong guess counts.
    if ('problem' in outcome) throw identityProblem(outcome.problem, outcome.wait ? { retryAfterSeconds: outcome.wait } : {});
    return outcome;
  }

  private async attempt(
    tx: Tx,
    actor: Actor,
    { code, device }: { code: string; device: Device },
  ): Promise<Confirmed | { problem: 'factor.wrong' | 'factor.locked' | 'factor.expired'; wait?: number }> {
    const { accountId, sessionId, phone } = actor;
    const now = this.clock.now();
    const [offer] = await sql<{ secret: string }>(
      tx,
      'select secret from identity.second_factor_offer where account_id = $1 and session_id = $2 and expires_at > $3 for update',
      [accountId, sessionId, now],
    );
    if (!offer) return { problem: 'factor.expired' };
    const wait = await takeGuess(tx, { phone, kind: 'factor', now });
    if (wait) return { problem: 'factor.locked', wait };
    const step = stepOf(offer.secret, code.replace(/\s/g, ''), now);
    if (step === null) return { problem: 'factor.wrong' };
    await forgetGuesses(tx, phone, 'factor');
    await tx.query('delete from identity.second_factor_offer where account_id = $1', [accountId]);
    await tx.query(
      `insert into identity.second_factor (account_id, secret, last_step, confirmed_at) values ($1, $2, $3, $4)
       on conflict (account_id) do update
       set secret = excluded.secret, last_step = excluded.last_step, confirmed_at = excluded.confirmed_at`,
      [accountId, offer.secret, step, now],
    );
    const recoveryCodes = await keepRecoveryCodes(tx, accountId);
    await this.trail.record(tx, actor, { action: 'second-factor.set', subjectKind: 'account', subjectId: accountId });
    await endSessions(tx, { accountId, which: { but: null }, now });
    const token = await openSession(tx, { accountId, assurance: 'second-factor', device, now });
    return token ? { token, recoveryCodes } : { problem: 'factor.expired' };
  }
}
