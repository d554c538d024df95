import { Injectable } from '@nestjs/common';
import { Database, Events, Trail, type Actor } from '@choxa/platform';
import { HouseholdEntity } from '../households/household.entity.js';
import { HouseholdChanged } from '../households/household.events.js';
import { lockOwnHousehold } from '../households/own-household.js';

/** A household sells again before the last day of its closure, or drops the plan. Without one nothing changes. */
@Injectable()
export class EndClosure {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found` for another's household. */
  async run(actor: Actor, householdId: string): Promise<HouseholdEntity> {
    return this.db.transaction(async (tx) => {
      const household = await lockOwnHousehold(tx, actor, householdId);
      if (!household.closedFrom) return household;
      const open = { closedFrom: null, closedUntil: null, closedNote: null };
      await tx.update(HouseholdEntity, { id: householdId }, open);
      await this.trail.record(tx, actor, { action: 'household.closure-ended', subjectKind: 'household', subjectId: householdId });
      await this.events.publish(tx, HouseholdChanged, { householdId });
      return Object.assign(household, open);
    });
  }
}
