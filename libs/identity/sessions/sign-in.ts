import { Injectable } from '@nestjs/common';
import { Clock, Database, Events, type Tx } from '@choxa/platform';
import { Accounts } from '../accounts/accounts.js';
import { Consents } from '../consents/consents.js';
import { identityProblem } from '../identity.problems.js';
import { spendCode } from '../one-time-codes/spend-code.js';
import { openSession, type Device } from './open-session.js';
import { SignedIn } from './signed-in.event.js';

export interface SignInInput {
  /** E.164. */
  phone: string;
  code: string;
  /** Taken where the account has no name yet. */
  name?: string;
  device: Device;
}

/** Opens a session for whoever holds the phone; the first time makes the account. */
@Injectable()
export class SignIn {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly accounts: Accounts,
    private readonly consents: Consents,
    private readonly events: Events,
  ) {}

  /** The session's token. Throws `code.wrong`, `code.expired` (also for a code never sent, used, or out of tries) or `account.disabled`. */
  async run(input: SignInInput): Promise<string> {
    const outcome = await this.db.transaction((tx) => this.attempt(tx, input));
    // Thrown after the commit: a wrong guess counts.
    if ('problem' in outcome) throw identityProblem(outcome.problem);
    return outcome.token;
  }

  private async attempt(
    tx: Tx,
    { phone, code, name, device }: SignInInput,
  ): Promise<{ token: string } | { problem: 'code.wrong' | 'code.expired' | 'account.disabled' }> {
    const now = this.clock.now();
    const guess = await spendCode(tx, { phone, purpose: 'sign-in', code, now });
    if (guess !== 'right') return { problem: guess === 'wrong' ? 'code.wrong' : 'code.expired' };
    const { id: accountId } = await this.accounts.ensure(tx, { phone, name });
    const token = await openSession(tx, { accountId, assurance: 'phone', device, now });
    if (!token) return { problem: 'account.disabled' };
    // The sign-in page names the terms in force; the first sign-in under a version accepts it.
    await this.consents.record(tx, accountId, { purpose: 'terms', given: true, how: 'sign-in' });
    await this.events.publish(tx, SignedIn, { accountId });
    return { token };
  }
}
