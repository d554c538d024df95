import { Injectable } from '@nestjs/common';
import { Accounts } from '@choxa/identity';
import { Database, Notify, platformProblem, Trail, type Actor } from '@choxa/platform';
import { lockOwnHousehold } from '../households/own-household.js';
import { householdProblem } from '../households.problems.js';
import { MemberEntity } from './member.entity.js';
import { isLastOwner } from './member.rules.js';
import { requireMember } from './own-membership.js';

/** An owner removes one of the household's people, or somebody leaves. Their right is gone on the very next request. */
@Injectable()
export class RemoveMember {
  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
    private readonly notify: Notify,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found`, `household.members-only`, `household.owners-only` for removing another, `member.last-owner`. */
  async run(actor: Actor, householdId: string, accountId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const household = await lockOwnHousehold(tx, actor, householdId);
      await requireMember(tx, actor, householdId, accountId === actor.accountId ? undefined : 'owner');
      const members = await tx.findBy(MemberEntity, { householdId });
      if (!members.some((member) => member.accountId === accountId)) throw platformProblem('not-found');
      if (isLastOwner(members, accountId)) throw householdProblem('member.last-owner');
      await tx.delete(MemberEntity, { householdId, accountId });
      await this.accounts.revoke(tx, actor, accountId, { role: 'household', scopeKind: 'household', scopeId: householdId });
      await this.trail.record(tx, actor, {
        action: 'household.member-removed',
        subjectKind: 'household',
        subjectId: householdId,
        details: { accountId },
      });
      const [gone] = await this.accounts.byIds(tx, [accountId]);
      if (gone)
        await this.notify.send(tx, {
          to: gone.phone,
          channel: 'sms',
          template: 'households.member-removed',
          text: `Chợ Xã: bạn không còn làm việc cho ${household.name}. / You no longer act for this household.`,
        });
    });
  }
}
