import { Injectable } from '@nestjs/common';
import { Clock, Database, sql } from '@choxa/platform';
import { identityProblem } from '../identity.problems.js';
import { CheckPassword } from '../passwords/check-password.js';
import { hashToken, newToken } from '../sessions/session.rules.js';

const HALF_LIFE_MS = 5 * 60_000;

/** The first half of a staff sign-in: the password. */
@Injectable()
export class BeginStaffSignIn {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly checkPassword: CheckPassword,
  ) {}

  /**
   * A token for the second half, good for five minutes. Throws `password.wrong`, `password.locked`, or `factor.missing` where no second
   * factor was ever set up.
   *
   * @param phone E.164
   */
  async run({ phone, password }: { phone: string; password: string }): Promise<{ token: string; expiresAt: Date }> {
    const accountId = await this.checkPassword.run(phone, password);
    const token = newToken();
    const expiresAt = new Date(this.clock.now().getTime() + HALF_LIFE_MS);
    const begun = await this.db.transaction((tx) =>
      sql(
        tx,
        `insert into identity.half_sign_in (token_hash, account_id, expires_at)
         select $1, account_id, $3::timestamptz from identity.second_factor where account_id = $2 returning account_id`,
        [hashToken(token), accountId, expiresAt],
      ),
    );
    if (!begun.length) throw identityProblem('factor.missing');
    return { token, expiresAt };
  }
}
