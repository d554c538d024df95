import { Injectable } from '@nestjs/common';
import { Clock, Config, Database, platformProblem, sql, type Actor } from '@choxa/platform';
import { formatPhone } from '@choxa/standards';
import { isShared } from '../demo/demo-accounts.js';
import { identityProblem } from '../identity.problems.js';
import { CheckPassword } from '../passwords/check-password.js';
import { authenticatorUri, newSecret } from './totp.rules.js';

const OFFER_LIFE_MS = 15 * 60_000;

export interface Offer {
  /** Base32, for those who cannot scan. */
  secret: string;
  /** What the QR says. */
  uri: string;
  expiresAt: Date;
}

/** Shows a secret to put into an authenticator. It counts for nothing until a code proves that it is there. */
@Injectable()
export class OfferSecondFactor {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly checkPassword: CheckPassword,
  ) {}

  /**
   * Throws `password.wrong`, `password.locked`, `demo.shared`, or `auth.second-factor` where there is a second factor already and this
   * session was opened without it: whoever has only phone and password must not replace it.
   */
  async run({ phone, sessionId }: Actor, { password }: { password: string }): Promise<Offer> {
    if (isShared(this.config, phone)) throw identityProblem('demo.shared');
    const accountId = await this.checkPassword.run(phone, password);
    const secret = newSecret();
    const expiresAt = new Date(this.clock.now().getTime() + OFFER_LIFE_MS);
    const offered = await this.db.transaction((tx) =>
      sql(
        tx,
        `insert into identity.second_factor_offer (account_id, session_id, secret, expires_at)
         select session.account_id, session.id, $3, $4::timestamptz
         from identity.session left join identity.second_factor using (account_id)
         where session.id = $2 and session.account_id = $1 and (second_factor.account_id is null or assurance = 'second-factor')
         on conflict (account_id) do update
         set session_id = excluded.session_id, secret = excluded.secret, expires_at = excluded.expires_at
         returning account_id`,
        [accountId, sessionId, secret, expiresAt],
      ),
    );
    if (!offered.length) throw platformProblem('auth.second-factor');
    return { secret, uri: authenticatorUri(secret, formatPhone(phone)), expiresAt };
  }
}
