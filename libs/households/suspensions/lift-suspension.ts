import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock, Database, Events, platformProblem, Trail, type Actor } from '@choxa/platform';
import { HouseholdEntity } from '../households/household.entity.js';
import { HouseholdChanged, HouseholdReopened } from '../households/household.events.js';
import { OFFICIALS } from '../households/household.rules.js';
import { lockForDecision } from '../households/households-to-review.query.js';
import { TellMembers } from '../members/tell-members.js';
import { SuspensionEntity } from './suspension.entity.js';

/** An official ends a suspension, before or after its first day; what was on sale is on sale again. */
@Injectable()
export class LiftSuspension {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly tellMembers: TellMembers,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found` outside the actor's places and where none is open, `household.own-approval`. */
  async run(actor: Actor, householdId: string, note?: string | null): Promise<void> {
    await this.db.transaction(async (tx) => {
      const household = await lockForDecision(tx, actor, householdId, OFFICIALS);
      const suspension = await tx.findOneBy(SuspensionEntity, { householdId, liftedAt: IsNull() });
      if (!suspension) throw platformProblem('not-found');
      const lifted = { liftedAt: this.clock.now(), liftedBy: actor.accountId, liftNote: note ?? null };
      await tx.update(SuspensionEntity, { id: suspension.id }, lifted);
      if (household.state === 'suspended') {
        await tx.update(HouseholdEntity, { id: householdId }, { state: 'approved' });
        await this.events.publish(tx, HouseholdReopened, { householdId, suspensionId: suspension.id });
        await this.events.publish(tx, HouseholdChanged, { householdId });
      }
      await this.trail.record(tx, actor, { action: 'household.suspension-lifted', subjectKind: 'household', subjectId: householdId });
      await this.tellMembers.run(tx, householdId, {
        template: 'households.suspension-lifted',
        text: `Chợ Xã: ${household.name} không còn bị tạm dừng bán. / The suspension of sales was lifted.`,
      });
    });
  }
}
