import { Injectable } from '@nestjs/common';
import { Clock, Problem, type Tx } from '@choxa/platform';
import { identityProblem } from '../identity.problems.js';
import type { CheckoutUse, OrderUse, PayoutUse } from './code.rules.js';
import { SendCode } from './send-code.js';
import { spendCode } from './spend-code.js';

/** A code for one thing somebody is about to do: that it is they who hold the phone (E.164). */
@Injectable()
export class FreshCode {
  constructor(
    private readonly clock: Clock,
    private readonly sendCode: SendCode,
  ) {}

  /** When the code expires. `text`: the message with the code in it. Throws `code.too-many` past the send limits. */
  async send(
    tx: Tx,
    { phone }: { phone: string },
    purpose: PayoutUse | CheckoutUse | OrderUse,
    text: (code: string) => string,
  ): Promise<Date> {
    return this.sendCode.run(tx, { phone, purpose, text });
  }

  /** Null for the right code, else the problem to throw once the transaction is committed: a wrong guess counts. */
  async refusal(tx: Tx, { phone }: { phone: string }, purpose: PayoutUse | CheckoutUse | OrderUse, code: string): Promise<Problem | null> {
    const guess = await spendCode(tx, { phone, purpose, code, now: this.clock.now() });
    if (guess === 'right') return null;
    return identityProblem(guess === 'wrong' ? 'code.wrong' : 'code.expired');
  }
}
