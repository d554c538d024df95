import { Injectable } from '@nestjs/common';
import { Clock, Config, Database, sql, Trail, type Actor } from '@choxa/platform';
import { isShared } from '../demo/demo-accounts.js';
import { identityProblem } from '../identity.problems.js';
import { spendCode } from '../one-time-codes/spend-code.js';
import { STAFF_ROLES } from '../sessions/session.rules.js';
import { keepPassword } from './keep-password.js';
import { PasswordHashes } from './password-hashes.js';
import { requireGoodPassword } from './require-good-password.js';

/** An invited member of staff gives themselves a password, or replaces a forgotten one, with a code sent to the phone. */
@Injectable()
export class SetPassword {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly hashes: PasswordHashes,
    private readonly trail: Trail,
  ) {}

  /**
   * Throws `request.invalid` for a poor password (the code stays usable), `code.wrong`, `code.expired`, `password.staff-only` where the phone
   * belongs to nobody who works here, or `demo.shared`.
   *
   * @param phone E.164
   */
  async run(actor: Actor | null, { phone, code, password }: { phone: string; code: string; password: string }): Promise<void> {
    requireGoodPassword(password, phone, '/password');
    if (isShared(this.config, phone)) throw identityProblem('demo.shared');
    const now = this.clock.now();
    const guess = await this.db.transaction((tx) => spendCode(tx, { phone, purpose: 'password', code, now }));
    if (guess !== 'right') throw identityProblem(guess === 'wrong' ? 'code.wrong' : 'code.expired');
    const accountId = await this.staffAccount(phone);
    const hash = await this.hashes.make(password);
    const sessionId = actor?.accountId === accountId ? actor.sessionId : null;
    await this.db.transaction(async (tx) => {
      await keepPassword(tx, { accountId, phone, hash, sessionId, now });
      await this.trail.record(tx, actor ?? 'guest', { action: 'password.set-by-code', subjectKind: 'account', subjectId: accountId });
    });
  }

  private async staffAccount(phone: string): Promise<string> {
    const [account] = await sql<{ id: string }>(
      this.db.read,
      `select id from identity.account
       where phone = $1 and disabled_at is null
         and exists (select from identity.role_grant where account_id = account.id and role = any($2))`,
      [phone, STAFF_ROLES],
    );
    if (!account) throw identityProblem('password.staff-only');
    return account.id;
  }
}
