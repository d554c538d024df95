import { Injectable } from '@nestjs/common';
import { Clock, Database, type Actor, type Tx } from '@choxa/platform';
import { SendCode } from '../one-time-codes/send-code.js';
import { spendCode } from '../one-time-codes/spend-code.js';
import { counterMessage } from './delegation.rules.js';

/** Codes by which somebody at the counter agrees that this clerk registers their household: one works for no other clerk. */
@Injectable()
export class CounterCodes {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly sendCode: SendCode,
  ) {}

  /** `phone`: E.164. When the code expires. Throws `code.*` past the send limits. */
  async send(actor: Actor, phone: string): Promise<Date> {
    const text = (code: string) => counterMessage(code, actor.name);
    return this.db.transaction((tx) => this.sendCode.run(tx, { phone, purpose: `counter ${actor.accountId}`, text }));
  }

  /** As {@link spendCode}: commit whatever the outcome is. */
  async spend(tx: Tx, actor: Actor, phone: string, code: string): Promise<'right' | 'wrong' | 'dead'> {
    return spendCode(tx, { phone, purpose: `counter ${actor.accountId}`, code, now: this.clock.now() });
  }
}
