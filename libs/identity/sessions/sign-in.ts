import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Database, sql, type Tx } from '@choxa/platform';
import { Accounts } from '../accounts/accounts.js';
import { readMe, type Me } from '../accounts/me.query.js';
import { Consents } from '../consents/consents.js';
import { identityProblem } from '../identity.problems.js';
import { spendCode } from '../one-time-codes/spend-code.js';
import { hashToken, newSessionToken, SESSION_LIFE_SECONDS } from './session.rules.js';

export interface SignInInput {
  /** E.164. */
  phone: string;
  code: string;
  /** Taken where the account has no name yet. */
  name?: string;
  /** Token of the session the device held until now; it ends. */
  formerToken?: string;
}

export interface SignedIn {
  /** Goes to the device and is kept nowhere here. */
  token: string;
  me: Me;
}

/** Opens a session for whoever holds the phone; the first time makes the account. */
@Injectable()
export class SignIn {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly accounts: Accounts,
    private readonly consents: Consents,
  ) {}

  /** Throws `code.wrong`, `code.expired` (also for a code never sent, used, or out of tries) or `account.disabled`. */
  async run(input: SignInInput): Promise<SignedIn> {
    const outcome = await this.db.transaction((tx) => this.attempt(tx, input));
    // Thrown after the commit: a wrong guess counts.
    if (typeof outcome === 'string') throw identityProblem(outcome);
    return outcome;
  }

  private async attempt(tx: Tx, { phone, code, name, formerToken }: SignInInput) {
    const now = this.clock.now();
    const guess = await spendCode(tx, { phone, purpose: 'sign-in', code, now });
    if (guess !== 'right') return guess === 'wrong' ? 'code.wrong' : 'code.expired';
    const { id } = await this.accounts.ensure(tx, { phone, name });
    const token = newSessionToken();
    const opened = await sql(
      tx,
      `insert into identity.session (id, account_id, token_hash, opened_at, expires_at)
       select $1::uuid, id, $3::text, $4::timestamptz, $5::timestamptz from identity.account where id = $2 and disabled_at is null returning id`,
      [randomUUID(), id, hashToken(token), now, new Date(now.getTime() + SESSION_LIFE_SECONDS * 1000)],
    );
    if (!opened.length) return 'account.disabled';
    // The sign-in page names the terms in force; the first sign-in under a version accepts it.
    await this.consents.record(tx, id, { purpose: 'terms', given: true, how: 'sign-in' });
    if (formerToken) {
      const ended = 'update identity.session set revoked_at = $2 where token_hash = $1 and revoked_at is null';
      await tx.query(ended, [hashToken(formerToken), now]);
    }
    return { token, me: (await readMe(tx, id))! };
  }
}
