import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Database, Trail, type Actor } from '@choxa/platform';
import { HouseholdEntity } from '../households/household.entity.js';
import { canMove } from '../households/household.rules.js';
import { lockForDecision } from '../households/households-to-review.query.js';
import { householdProblem } from '../households.problems.js';
import { TellMembers } from '../members/tell-members.js';
import { RefusalEntity } from './refusal.entity.js';

/** A clerk or official says "not yet" and why; the household reads it and may ask again. */
@Injectable()
export class RefuseHousehold {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly tellMembers: TellMembers,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found` outside the actor's places, `household.own-approval` for a member, `household.not-pending`. */
  async run(actor: Actor, householdId: string, reason: string): Promise<HouseholdEntity> {
    return this.db.transaction(async (tx) => {
      const household = await lockForDecision(tx, actor, householdId);
      if (!canMove(household.state, 'refused')) throw householdProblem('household.not-pending');
      await tx.update(HouseholdEntity, { id: householdId }, { state: 'refused' });
      await tx.insert(RefusalEntity, {
        id: randomUUID(),
        householdId,
        reason,
        refusedAt: this.clock.now(),
        refusedBy: actor.accountId,
      });
      await this.trail.record(tx, actor, { action: 'household.refused', subjectKind: 'household', subjectId: householdId });
      await this.tellMembers.run(tx, householdId, {
        template: 'households.refused',
        text: `Chợ Xã: ${household.name} chưa được duyệt. Mở trang Bán hàng để xem lý do và gửi lại. / Not approved yet; see why and ask again.`,
      });
      return Object.assign(household, { state: 'refused' as const });
    });
  }
}
