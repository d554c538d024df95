import { Injectable } from '@nestjs/common';
import { Clock, Database, platformProblem, Trail, type Actor } from '@choxa/platform';
import { problem } from '../catalogue.problems.js';
import { ProductChanges } from '../products/product-changes.js';
import { ProductEntity } from '../products/product.entity.js';
import { lockProductOfArea } from '../recognitions/official-scope.js';
import { HouseholdNotice } from './household-notice.js';
import { TakedownEntity } from './takedown.entity.js';
import type { TakedownDecision } from './takedown.rules.js';

/** An official answers an appeal, or ends a takedown nobody appealed against. Restored, the product is on sale again if its household left it so. */
@Injectable()
export class DecideTakedown {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly changes: ProductChanges,
    private readonly notice: HouseholdNotice,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found`, `takedown.over`; `takedown.no-appeal` when there is nothing to uphold. */
  async run(actor: Actor, takedownId: string, decision: TakedownDecision, note: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const asked = await tx.findOneBy(TakedownEntity, { id: takedownId });
      if (!asked) throw platformProblem('not-found');
      const { productId } = asked;
      await lockProductOfArea(tx, actor, productId);
      const { decision: before, appealedAt } = await tx.findOneByOrFail(TakedownEntity, { id: takedownId });
      if (before === 'restored') throw problem('takedown.over');
      if (decision === 'upheld' && !appealedAt) throw problem('takedown.no-appeal');
      const answer = { decision, decisionNote: note, decidedAt: this.clock.now(), decidedBy: actor.accountId };
      await tx.update(TakedownEntity, { id: takedownId }, answer);
      const details = { productId, decision };
      await this.trail.record(tx, actor, { action: 'takedown.decided', subjectKind: 'takedown', subjectId: takedownId, details });
      const product = await tx.findOneByOrFail(ProductEntity, { id: productId });
      if (decision === 'upheld') return this.notice.upheld(tx, product, note);
      await tx.update(ProductEntity, { id: productId }, { takenDownAt: null });
      await this.notice.restored(tx, product);
      await this.changes.settle(tx, { ...product, takenDownAt: null });
    });
  }
}
