import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { localDay } from '@choxa/standards';
import { FreshCode } from '@choxa/identity';
import { Clock, Database, Problem, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import type { HouseholdEntity } from '../households/household.entity.js';
import { lockOwnHousehold } from '../households/own-household.js';
import { householdProblem } from '../households.problems.js';
import { requireMember } from '../members/own-membership.js';
import { TellMembers } from '../members/tell-members.js';
import { banksOn, type Bank } from './banks.query.js';
import { PayoutAccountEntity } from './payout-account.entity.js';
import { bankName, masked, PAYOUT_DELAY_MS, payoutUse, readAccountNumber } from './payout.rules.js';

export interface ChangePayoutAccountInput {
  bankBin: string;
  /** As people type it. */
  accountNumber: string;
  holderName: string;
  /** From the phone of the owner who asks. */
  code: string;
}

/** An owner says where the money goes: with a fresh code, told to all members, and in effect a day later unless one of them stops it. */
@Injectable()
export class ChangePayoutAccount {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly freshCode: FreshCode,
    private readonly tellMembers: TellMembers,
    private readonly trail: Trail,
  ) {}

  /**
   * Throws `not-found`, `household.members-only`, `household.owners-only`, `payout.bank`, `payout.number`, `payout.open` while another change
   * waits, `code.wrong`, `code.expired`.
   */
  async run(actor: Actor, householdId: string, { bankBin, accountNumber, holderName, code }: ChangePayoutAccountInput): Promise<void> {
    const number = readAccountNumber(accountNumber);
    if (!number) throw householdProblem('payout.number', { errors: [field('/accountNumber', 'payout.number')] });
    const refusal = await this.db.transaction(async (tx): Promise<Problem | null> => {
      const household = await lockOwnHousehold(tx, actor, householdId);
      await requireMember(tx, actor, householdId, 'owner');
      const now = this.clock.now();
      const bank = (await banksOn(tx, localDay(now))).find(({ bin }) => bin === bankBin);
      if (!bank) throw householdProblem('payout.bank', { errors: [field('/bankBin', 'payout.bank')] });
      await this.requireNoneOpen(tx, householdId, now);
      const wrong = await this.freshCode.refusal(tx, actor, payoutUse(householdId), code);
      // Thrown after the commit: a wrong guess counts.
      if (wrong) return wrong;
      await this.write(tx, actor, household, bank, { number, holderName: bankName(holderName), now });
      return null;
    });
    if (refusal) throw refusal;
  }

  private async requireNoneOpen(tx: Tx, householdId: string, now: Date): Promise<void> {
    const open = await sql(
      tx,
      'select 1 from households.payout_account where household_id = $1 and cancelled_at is null and effective_at > $2',
      [householdId, now],
    );
    if (open.length) throw householdProblem('payout.open');
  }

  private async write(
    tx: Tx,
    actor: Actor,
    { id: householdId, name }: HouseholdEntity,
    bank: Bank,
    { number, holderName, now }: { number: string; holderName: string; now: Date },
  ): Promise<void> {
    const id = randomUUID();
    const asked = { askedAt: now, askedBy: actor.accountId, effectiveAt: new Date(now.getTime() + PAYOUT_DELAY_MS) };
    const account = { bankBin: bank.bin, bankName: bank.shortName, accountNumber: number, holderName };
    await tx.insert(PayoutAccountEntity, { id, householdId, ...account, ...asked });
    await this.trail.record(tx, actor, {
      action: 'household.payout-change-asked',
      subjectKind: 'payout-account',
      subjectId: id,
      details: { householdId },
    });
    await this.tellMembers.run(tx, householdId, {
      template: 'households.payout-change',
      text: `Chợ Xã: sau 24 giờ, tiền của ${name} sẽ về ${bank.shortName} ${masked(number)}. Không đúng? Mở trang Bán hàng, bấm Hủy. / Payout account changes in 24 hours; cancel it if it was not you.`,
    });
  }
}

function field(pointer: string, code: string) {
  return { pointer, code, detail: householdProblem(code as 'payout.bank').kind.vi };
}
