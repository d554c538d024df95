import { Injectable } from '@nestjs/common';
import { Clock, Config, Database, Trail, type Actor } from '@choxa/platform';
import { isShared } from '../demo/demo-accounts.js';
import { identityProblem } from '../identity.problems.js';
import { CheckPassword } from './check-password.js';
import { keepPassword } from './keep-password.js';
import { PasswordHashes } from './password-hashes.js';
import { requireGoodPassword } from './require-good-password.js';

/** Somebody who knows the password takes another one. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly checkPassword: CheckPassword,
    private readonly hashes: PasswordHashes,
    private readonly trail: Trail,
  ) {}

  /** Throws `request.invalid` for a poor new password, `password.wrong`, `password.locked` or `demo.shared`. */
  async run(actor: Actor, { current, password }: { current: string; password: string }): Promise<void> {
    const { phone, sessionId } = actor;
    requireGoodPassword(password, phone, '/password');
    if (isShared(this.config, phone)) throw identityProblem('demo.shared');
    const accountId = await this.checkPassword.run(phone, current);
    const hash = await this.hashes.make(password);
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      await keepPassword(tx, { accountId, phone, hash, sessionId, now });
      await this.trail.record(tx, actor, { action: 'password.changed', subjectKind: 'account', subjectId: accountId });
    });
  }
}
