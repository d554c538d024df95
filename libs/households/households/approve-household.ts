import { Injectable } from '@nestjs/common';
import { localDay } from '@choxa/standards';
import { Clock, Database, Events, Trail, type Actor } from '@choxa/platform';
import { householdProblem } from '../households.problems.js';
import { TellMembers } from '../members/tell-members.js';
import { checklistOf } from '../review/checklist.query.js';
import { tick } from '../review/tick-requirement.js';
import { HouseholdEntity } from './household.entity.js';
import { HouseholdApproved, HouseholdChanged } from './household.events.js';
import { canMove } from './household.rules.js';
import { lockForDecision } from './households-to-review.query.js';

/** A clerk or official lets a household sell, once everything asked of it has been seen. */
@Injectable()
export class ApproveHousehold {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly tellMembers: TellMembers,
    private readonly trail: Trail,
  ) {}

  /**
   * `seen`: codes of what the actor says to have seen with this very decision, beside what is ticked already; everything asked unless told.
   * Approving what is approved changes nothing. Throws `not-found` outside the actor's places, `household.own-approval` for a member,
   * `household.not-pending` for a refused or suspended household, `household.unseen` naming what nobody has seen.
   */
  async run(actor: Actor, id: string, seen: readonly string[] | 'all' = 'all'): Promise<HouseholdEntity> {
    return this.db.transaction(async (tx) => {
      const household = await lockForDecision(tx, actor, id);
      if (household.state === 'approved') return household;
      if (household.state !== 'pending' || !canMove(household.state, 'approved')) throw householdProblem('household.not-pending');
      const now = this.clock.now();
      const today = localDay(now);
      await tick(tx, household, seen, { by: actor.accountId, now });
      const unseen = (await checklistOf(tx, household, today)).filter((item) => !item.seenAt);
      if (unseen.length)
        throw householdProblem('household.unseen', {
          errors: unseen.map(({ code, vi }) => ({ pointer: `/seen/${code}`, code: 'household.unseen', detail: vi })),
        });
      const approval = { state: 'approved', approvedAt: now, approvedBy: actor.accountId } as const;
      await tx.update(HouseholdEntity, { id }, approval);
      await this.trail.record(tx, actor, { action: 'household.approved', subjectKind: 'household', subjectId: id });
      const { communeCode, provinceCode } = household;
      await this.events.publish(tx, HouseholdApproved, { householdId: id, communeCode, provinceCode });
      await this.events.publish(tx, HouseholdChanged, { householdId: id });
      await this.tellMembers.run(tx, id, {
        template: 'households.approved',
        text: `Chợ Xã: ${household.name} đã được duyệt, có thể bày bán. / Approved: you may sell now.`,
      });
      return Object.assign(household, approval);
    });
  }
}
