import { Injectable } from '@nestjs/common';
import { Clock, Config, Database, sql, Trail, type Tx } from '@choxa/platform';
import { isShared } from '../demo/demo-accounts.js';
import { forgetGuesses, takeGuess } from '../guesses/take-guess.js';
import { identityProblem } from '../identity.problems.js';
import { spendFactor } from '../second-factors/spend-factor.js';
import { openSession, type Device } from '../sessions/open-session.js';
import { hashToken } from '../sessions/session.rules.js';

/** The second half of a staff sign-in: the code of the authenticator, or a recovery code. It opens the session. */
@Injectable()
export class CompleteStaffSignIn {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly trail: Trail,
  ) {}

  /** The session's token. Throws `factor.wrong`, `factor.locked` with the time to wait, or `factor.expired` when the first half is too old or used. */
  async run(input: { token: string; code: string; device: Device }): Promise<string> {
    const outcome = await this.db.transaction((tx) => this.attempt(tx, input));
    // Thrown after the commit: a wrong guess counts.
    if (typeof outcome === 'string') return outcome;
    throw identityProblem(outcome.code, outcome.wait ? { retryAfterSeconds: outcome.wait } : {});
  }

  private async attempt(
    tx: Tx,
    { token, code, device }: { token: string; code: string; device: Device },
  ): Promise<string | { code: 'factor.wrong' | 'factor.locked' | 'factor.expired'; wait?: number }> {
    const now = this.clock.now();
    const [half] = await sql<{ account_id: string; phone: string }>(
      tx,
      `select account_id, phone from identity.half_sign_in join identity.account on account.id = account_id
       where token_hash = $1 and expires_at > $2 for update of half_sign_in`,
      [hashToken(token), now],
    );
    if (!half) return { code: 'factor.expired' };
    const { account_id: accountId, phone } = half;
    const shared = isShared(this.config, phone);
    const wait = shared ? 0 : await takeGuess(tx, { phone, kind: 'factor', now });
    if (wait) return { code: 'factor.locked', wait };
    if (!(await spendFactor(tx, { accountId, code, now, shared }))) return { code: 'factor.wrong' };
    await forgetGuesses(tx, phone, 'factor');
    await tx.query('delete from identity.half_sign_in where token_hash = $1', [hashToken(token)]);
    await this.trail.record(tx, 'guest', { action: 'staff.signed-in', subjectKind: 'account', subjectId: accountId });
    return (await openSession(tx, { accountId, assurance: 'second-factor', device, now })) ?? { code: 'factor.expired' };
  }
}
