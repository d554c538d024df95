import { Injectable } from '@nestjs/common';
import { Config, Database, platformProblem, sql, Trail, type Actor } from '@choxa/platform';
import { isShared } from '../demo/demo-accounts.js';
import { identityProblem } from '../identity.problems.js';
import { CheckPassword } from '../passwords/check-password.js';
import { keepRecoveryCodes } from './keep-recovery-codes.js';

/** New codes on paper, when the old ones are used up or lost. */
@Injectable()
export class RenewRecoveryCodes {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly checkPassword: CheckPassword,
    private readonly trail: Trail,
  ) {}

  /** Throws `password.wrong`, `password.locked`, `demo.shared`, or `auth.second-factor` in a session opened without one. */
  async run(actor: Actor, { password }: { password: string }): Promise<string[]> {
    const { phone, sessionId } = actor;
    if (isShared(this.config, phone)) throw identityProblem('demo.shared');
    const accountId = await this.checkPassword.run(phone, password);
    return this.db.transaction(async (tx) => {
      const strong = `select id from identity.session where id = $1 and account_id = $2 and assurance = 'second-factor'`;
      if (!(await sql(tx, strong, [sessionId, accountId])).length) throw platformProblem('auth.second-factor');
      await this.trail.record(tx, actor, { action: 'recovery-codes.renewed', subjectKind: 'account', subjectId: accountId });
      return keepRecoveryCodes(tx, accountId);
    });
  }
}
