import { Injectable } from '@nestjs/common';
import { FreshCode } from '@choxa/identity';
import { Database, type Actor } from '@choxa/platform';
import { requireMember } from '../members/own-membership.js';
import { payoutUse } from './payout.rules.js';

/** An owner asks for the code that a change of the payout account needs. */
@Injectable()
export class SendPayoutCode {
  constructor(
    private readonly db: Database,
    private readonly freshCode: FreshCode,
  ) {}

  /** When the code expires. Throws `not-found`, `household.members-only`, `household.owners-only`, `code.too-many`. */
  async run(actor: Actor, householdId: string): Promise<Date> {
    return this.db.transaction(async (tx) => {
      await requireMember(tx, actor, householdId, 'owner');
      return this.freshCode.send(tx, actor, payoutUse(householdId), message);
    });
  }
}

function message(code: string): string {
  return `${code} là mã đổi tài khoản nhận tiền trên Chợ Xã. Không phải bạn đổi? Đừng đưa mã cho ai. / ${code} changes where your money goes. Share it with nobody.`;
}
