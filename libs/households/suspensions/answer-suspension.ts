import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock, Database, platformProblem, Trail, type Actor } from '@choxa/platform';
import { lockOwnHousehold } from '../households/own-household.js';
import { SuspensionEntity } from './suspension.entity.js';

/** A household says what it has to say to an announced suspension; the last answer counts. */
@Injectable()
export class AnswerSuspension {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found` for another's household and where no suspension is open. */
  async run(actor: Actor, householdId: string, answer: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      await lockOwnHousehold(tx, actor, householdId);
      const said = { answer, answeredAt: this.clock.now(), answeredBy: actor.accountId };
      const { affected } = await tx.update(SuspensionEntity, { householdId, liftedAt: IsNull() }, said);
      if (!affected) throw platformProblem('not-found');
      await this.trail.record(tx, actor, { action: 'household.suspension-answered', subjectKind: 'household', subjectId: householdId });
    });
  }
}
