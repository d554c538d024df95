import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock, Database, platformProblem, Trail, type Actor } from '@choxa/platform';
import { HouseholdEntity } from '../households/household.entity.js';
import { canMove } from '../households/household.rules.js';
import { lockOwnHousehold } from '../households/own-household.js';
import { householdProblem } from '../households.problems.js';
import { RefusalEntity } from './refusal.entity.js';

/** A refused household answers the reason and waits for approval again. */
@Injectable()
export class AskAgain {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found` for another's household, `household.not-refused`. */
  async run(actor: Actor, householdId: string, answer: string): Promise<HouseholdEntity> {
    return this.db.transaction(async (tx) => {
      const household = await lockOwnHousehold(tx, actor, householdId);
      if (!canMove(household.state, 'pending')) throw householdProblem('household.not-refused');
      const { affected } = await tx.update(
        RefusalEntity,
        { householdId, answeredAt: IsNull() },
        { answer, answeredAt: this.clock.now(), answeredBy: actor.accountId },
      );
      if (!affected) throw platformProblem('not-found');
      await tx.update(HouseholdEntity, { id: householdId }, { state: 'pending' });
      await this.trail.record(tx, actor, { action: 'household.asked-again', subjectKind: 'household', subjectId: householdId });
      return Object.assign(household, { state: 'pending' as const });
    });
  }
}
