import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Config, Notify, sql, type Tx } from '@choxa/platform';
import { localDay, localDayBounds } from '@choxa/standards';
import { isShared } from '../demo/demo-accounts.js';
import { identityProblem } from '../identity.problems.js';
import {
  CODE_LIFE_MS,
  hashCode,
  KEEP_CODES_MS,
  newCode,
  SEND_LIMITS,
  SHARED_PHONE_LIMITS,
  waitBeforeSending,
  type CodeUse,
} from './code.rules.js';
import { takePlace } from './take-place.js';

export interface CodeToSend {
  /** E.164. */
  phone: string;
  /** The code works for this and nothing else. */
  purpose: CodeUse;
  /** The message with the code in it. */
  text: (code: string) => string;
}

/** Sends a code to a phone within the send limits, in the caller's transaction. */
@Injectable()
export class SendCode {
  constructor(
    private readonly clock: Clock,
    private readonly notify: Notify,
    private readonly config: Config,
  ) {}

  /** When the code expires. Throws `code.too-many` past the send limits of the phone, with the time to wait, or `code.none-left` past those of the day. */
  async run(tx: Tx, { phone, purpose, text }: CodeToSend): Promise<Date> {
    const now = this.clock.now();
    await this.requireWithinLimits(tx, phone, now);
    const code = newCode();
    const salt = randomBytes(16).toString('hex');
    const expiresAt = new Date(now.getTime() + CODE_LIFE_MS);
    await tx.query(
      `insert into identity.one_time_code (phone, purpose, salt, code_hash, tries, sent_at, expires_at) values ($1, $2, $3, $4, 0, $5, $6)`,
      [phone, purpose, salt, hashCode(salt, code), now, expiresAt],
    );
    await this.notify.send(tx, { to: phone, channel: 'sms', template: 'identity.code', text: text(code) });
    if (!isShared(this.config, phone) && !(await takePlace(tx, phone, localDay(now)))) throw noneLeft(now);
    return expiresAt;
  }

  private async requireWithinLimits(tx: Tx, phone: string, now: Date): Promise<void> {
    // Rivals for one phone queue up here, or all of them would count the same earlier codes.
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`identity.code ${phone}`]);
    await tx.query('delete from identity.one_time_code where phone = $1 and sent_at < $2', [
      phone,
      new Date(now.getTime() - KEEP_CODES_MS),
    ]);
    const earlier = await sql<{ sent_at: Date }>(tx, 'select sent_at from identity.one_time_code where phone = $1', [phone]);
    const limits = isShared(this.config, phone) ? SHARED_PHONE_LIMITS : SEND_LIMITS;
    const wait = waitBeforeSending(
      earlier.map((row) => row.sent_at),
      now,
      limits,
    );
    if (wait > 0) throw identityProblem('code.too-many', { retryAfterSeconds: Math.ceil(wait / 1000) });
  }
}

function noneLeft(now: Date): Error {
  const midnight = localDayBounds(localDay(now)).until;
  return identityProblem('code.none-left', { retryAfterSeconds: Math.ceil((midnight.getTime() - now.getTime()) / 1000) });
}
