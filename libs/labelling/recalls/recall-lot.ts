import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LabelFactsOfProducts } from '@choxa/catalogue';
import { Clock, Database, Events, Trail, violates, type Actor } from '@choxa/platform';
import { Labels } from '../label-rule/labels.js';
import { LotRecalled } from '../labelling.events.js';
import { labellingProblem } from '../labelling.problems.js';
import { LotsInCharge } from '../lots/lots-in-charge.js';
import { lockPack } from '../pack-lock.js';
import { LotRecallEntity } from './lot-recall.entity.js';
import type { RecallReason, RecallScope } from './recall.rules.js';

export interface RecallLotInput {
  scope: RecallScope;
  reason: RecallReason;
  /** What is wrong and what buyers should do; shown to everybody. */
  note: string;
}

// Seven collaborators: a recall is a fact about the lot that the label, the shop, the buyers and the trail must all hear of.
/** Takes a lot back: its sale stops in this transaction, and whoever sold of it hears. */
@Injectable()
export class RecallLot {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly lots: LotsInCharge,
    private readonly products: LabelFactsOfProducts,
    private readonly labels: Labels,
    private readonly events: Events,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found` on a lot that is neither the actor's own nor of an official's area, `lot.recalled` while a recall runs. */
  async run(actor: Actor, lotId: string, { scope, reason, note }: RecallLotInput): Promise<LotRecallEntity> {
    return this.db.transaction(async (tx) => {
      const { lot, as, provinceCode } = await this.lots.require(tx, actor, lotId);
      await lockPack(tx, lot.packId);
      const recall = tx.create(LotRecallEntity, {
        id: randomUUID(),
        lotId,
        packId: lot.packId,
        provinceCode,
        scope,
        reason,
        note,
        recalledAt: this.clock.now(),
        recalledBy: actor.accountId,
        recalledAs: as,
        endedAt: null,
        endedBy: null,
        endNote: null,
      });
      try {
        await tx.insert(LotRecallEntity, recall);
      } catch (error) {
        if (violates(error, 'lot_recall_running')) throw labellingProblem('lot.recalled');
        throw error;
      }
      await this.labels.refresh(tx, lot.packId);
      const product = (await this.products.byPackIds(tx, [lot.packId])).get(lot.packId);
      await this.events.publish(tx, LotRecalled, {
        recallId: recall.id,
        lotId,
        lotCode: lot.code,
        traceCode: lot.traceCode,
        packId: lot.packId,
        productName: product?.productName ?? lot.code,
        householdId: lot.householdId,
        scope,
        reason,
        note,
        producedOn: lot.producedOn,
        recalledAt: recall.recalledAt.toISOString(),
      });
      await this.trail.record(tx, actor, {
        action: 'lot.recalled',
        subjectKind: 'lot',
        subjectId: lotId,
        details: { householdId: lot.householdId, recallId: recall.id, as, scope, reason },
      });
      return recall;
    });
  }
}
