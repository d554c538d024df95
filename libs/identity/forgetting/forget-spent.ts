import { Clock, Database, Every } from '@choxa/platform';
import { KEEP_GUESSES_MS } from '../guesses/guess.rules.js';
import { KEEP_CODES_MS } from '../one-time-codes/code.rules.js';

const HOUR_SECONDS = 3600;

/** Removes codes, counts and half sign-ins whose time is over. */
@Every(HOUR_SECONDS)
export class ForgetSpent {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    const before = (milliseconds: number) => new Date(now.getTime() - milliseconds);
    await this.db.transaction(async (tx) => {
      await tx.query('delete from identity.one_time_code where sent_at < $1', [before(KEEP_CODES_MS)]);
      await tx.query('delete from identity.code_count where day < $1::date', [before(KEEP_CODES_MS)]);
      await tx.query('delete from identity.guess_count where last_at < $1', [before(KEEP_GUESSES_MS)]);
      await tx.query('delete from identity.half_sign_in where expires_at < $1', [now]);
      await tx.query('delete from identity.second_factor_offer where expires_at < $1', [now]);
    });
  }
}
