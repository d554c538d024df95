import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock, Database, platformProblem, Trail, type Actor } from '@choxa/platform';
import { LotInputEntity } from './lot-input.entity.js';
import { requireOwnLot } from './own-lots.js';

/** A household takes back that one lot went into another. The row stays on file. */
@Injectable()
export class WithdrawLotInput {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found` on a lot that is not the actor's, or an input it does not have. */
  async run(actor: Actor, lotId: string, inputLotId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const { householdId } = await requireOwnLot(tx, actor, lotId);
      const { affected } = await tx.update(
        LotInputEntity,
        { lotId, inputLotId, withdrawnAt: IsNull() },
        { withdrawnAt: this.clock.now(), withdrawnBy: actor.accountId },
      );
      if (!affected) throw platformProblem('not-found');
      await this.trail.record(tx, actor, {
        action: 'lot.input-withdrawn',
        subjectKind: 'lot',
        subjectId: lotId,
        details: { householdId, inputLotId },
      });
    });
  }
}
