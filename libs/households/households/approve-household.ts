import { Injectable } from '@nestjs/common';
import { Clock, Database, Events, platformProblem, Trail, type Actor, type Tx } from '@choxa/platform';
import { householdProblem } from '../households.problems.js';
import { HouseholdEntity } from './household.entity.js';
import { HouseholdApproved } from './household.events.js';
import { inReviewScope } from './households-to-review.query.js';
import { MemberEntity } from './member.entity.js';

/** A clerk or official lets a household sell. */
@Injectable()
export class ApproveHousehold {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly trail: Trail,
  ) {}

  /**
   * Approving what is approved changes nothing. Throws `not-found` outside the actor's places, `household.own-approval` for a member,
   * `household.not-pending` for a suspended household.
   */
  async run(actor: Actor, id: string): Promise<HouseholdEntity> {
    return this.db.transaction(async (tx) => {
      const household = await this.lock(tx, actor, id);
      if (household.state === 'approved') return household;
      if (household.state !== 'pending') throw householdProblem('household.not-pending');
      if (await tx.existsBy(MemberEntity, { householdId: id, accountId: actor.accountId }))
        throw householdProblem('household.own-approval');
      const approval = { state: 'approved', approvedAt: this.clock.now(), approvedBy: actor.accountId } as const;
      await tx.update(HouseholdEntity, { id }, approval);
      const { communeCode, provinceCode } = household;
      await this.events.publish(tx, HouseholdApproved, { householdId: id, communeCode, provinceCode });
      await this.trail.record(tx, actor, { action: 'household.approved', subjectKind: 'household', subjectId: id });
      return Object.assign(household, approval);
    });
  }

  private async lock(tx: Tx, actor: Actor, id: string): Promise<HouseholdEntity> {
    const found = tx.createQueryBuilder(HouseholdEntity, 'household').where('household.id = :id', { id });
    const household = await inReviewScope(found, actor).setLock('pessimistic_write').getOne();
    if (!household) throw platformProblem('not-found');
    return household;
  }
}
