import { Injectable } from '@nestjs/common';
import { Clock, Config, Database, sql } from '@choxa/platform';
import { isShared } from '../demo/demo-accounts.js';
import { forgetGuesses, takeGuess } from '../guesses/take-guess.js';
import { identityProblem } from '../identity.problems.js';
import { PasswordHashes } from './password-hashes.js';

/** Asks whether somebody knows the password of a phone's account. A phone without one costs the same work and gets the same answer. */
@Injectable()
export class CheckPassword {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly hashes: PasswordHashes,
  ) {}

  /**
   * The account's id. Throws `password.wrong`, `password.locked` with the time to wait, or `service.busy`. Not to be called inside a
   * transaction: it waits for its turn to hash.
   *
   * @param phone E.164
   */
  async run(phone: string, password: string): Promise<string> {
    const guess = { phone, kind: 'password', now: this.clock.now() } as const;
    const counts = !isShared(this.config, phone);
    const wait = counts ? await this.db.transaction((tx) => takeGuess(tx, guess)) : 0;
    if (wait) throw identityProblem('password.locked', { retryAfterSeconds: wait });
    const [known] = await sql<{ id: string; hash: string }>(
      this.db.read,
      `select account.id, password_hash as hash from identity.credential join identity.account on account.id = account_id
       where phone = $1 and disabled_at is null`,
      [phone],
    );
    if (!(await this.hashes.matches(known?.hash, password))) throw identityProblem('password.wrong');
    if (counts) await this.db.transaction((tx) => forgetGuesses(tx, phone, 'password'));
    return known!.id;
  }
}
