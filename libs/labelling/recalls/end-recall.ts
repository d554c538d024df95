import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock, Database, platformProblem, Trail, type Actor } from '@choxa/platform';
import { Labels } from '../label-rule/labels.js';
import { labellingProblem } from '../labelling.problems.js';
import { LotsInCharge } from '../lots/lots-in-charge.js';
import { lockPack } from '../pack-lock.js';
import { LotRecallEntity } from './lot-recall.entity.js';

/** Ends a recall, because it was a mistake or the goods were found sound. What an official ordered, only an official ends. */
@Injectable()
export class EndRecall {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly lots: LotsInCharge,
    private readonly labels: Labels,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found` where no recall of a lot in the actor's charge runs, `recall.official`. */
  async run(actor: Actor, lotId: string, note: string): Promise<LotRecallEntity> {
    return this.db.transaction(async (tx) => {
      const { lot, as } = await this.lots.require(tx, actor, lotId);
      await lockPack(tx, lot.packId);
      const recall = await tx.findOneBy(LotRecallEntity, { lotId, endedAt: IsNull() });
      if (!recall) throw platformProblem('not-found');
      if (recall.recalledAs === 'official' && as === 'household') throw labellingProblem('recall.official');
      const ended = { endedAt: this.clock.now(), endedBy: actor.accountId, endNote: note };
      await tx.update(LotRecallEntity, { id: recall.id }, ended);
      await this.labels.refresh(tx, lot.packId);
      await this.trail.record(tx, actor, {
        action: 'lot.recall-ended',
        subjectKind: 'lot',
        subjectId: lotId,
        details: { householdId: lot.householdId, recallId: recall.id, as },
      });
      return Object.assign(recall, ended);
    });
  }
}
