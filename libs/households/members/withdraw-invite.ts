import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock, Database, platformProblem, Trail, type Actor } from '@choxa/platform';
import { InviteEntity } from './invite.entity.js';
import { requireMember } from './own-membership.js';

/** An owner takes an invite back that nobody has answered. */
@Injectable()
export class WithdrawInvite {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found`, `household.members-only`, `household.owners-only`. */
  async run(actor: Actor, householdId: string, inviteId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      await requireMember(tx, actor, householdId, 'owner');
      const open = { id: inviteId, householdId, acceptedAt: IsNull(), withdrawnAt: IsNull() };
      const { affected } = await tx.update(InviteEntity, open, { withdrawnAt: this.clock.now() });
      if (!affected) throw platformProblem('not-found');
      await this.trail.record(tx, actor, {
        action: 'household.invite-withdrawn',
        subjectKind: 'household',
        subjectId: householdId,
        details: { inviteId },
      });
    });
  }
}
