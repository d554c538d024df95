import { Injectable } from '@nestjs/common';
import { Database } from '@choxa/platform';
import { codeMessage, type CodePurpose } from './code.rules.js';
import { SendCode } from './send-code.js';

/** Sends a code to a phone. It never looks whether the phone has an account, so nobody can learn that from it. */
@Injectable()
export class RequestCode {
  constructor(
    private readonly db: Database,
    private readonly sendCode: SendCode,
  ) {}

  /**
   * Throws `code.too-many` past the send limits of the phone, with the time to wait, or `code.none-left` past those of the day.
   *
   * @param phone E.164
   */
  async run({ phone, purpose }: { phone: string; purpose: CodePurpose }): Promise<{ expiresAt: Date }> {
    return this.db.transaction(async (tx) => ({
      expiresAt: await this.sendCode.run(tx, { phone, purpose, text: (code) => codeMessage(code, purpose) }),
    }));
  }
}
