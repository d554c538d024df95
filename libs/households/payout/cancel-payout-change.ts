import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { Clock, Database, platformProblem, Trail, type Actor } from '@choxa/platform';
import { lockOwnHousehold } from '../households/own-household.js';
import { requireMember } from '../members/own-membership.js';
import { TellMembers } from '../members/tell-members.js';
import { PayoutAccountEntity } from './payout-account.entity.js';

/** Any member stops a change of the payout account that has not taken effect. */
@Injectable()
export class CancelPayoutChange {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly tellMembers: TellMembers,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found` for another's household and where no change waits, `household.members-only`. */
  async run(actor: Actor, householdId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const household = await lockOwnHousehold(tx, actor, householdId);
      await requireMember(tx, actor, householdId);
      const now = this.clock.now();
      const open = await tx.findOneBy(PayoutAccountEntity, { householdId, cancelledAt: IsNull(), effectiveAt: MoreThan(now) });
      if (!open) throw platformProblem('not-found');
      await tx.update(PayoutAccountEntity, { id: open.id }, { cancelledAt: now, cancelledBy: actor.accountId });
      await this.trail.record(tx, actor, {
        action: 'household.payout-change-cancelled',
        subjectKind: 'payout-account',
        subjectId: open.id,
        details: { householdId },
      });
      await this.tellMembers.run(tx, householdId, {
        template: 'households.payout-cancelled',
        text: `Chợ Xã: đã hủy việc đổi tài khoản nhận tiền của ${household.name}. / The change of the payout account was cancelled.`,
      });
    });
  }
}
