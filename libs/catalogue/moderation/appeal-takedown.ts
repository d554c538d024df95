import { Injectable } from '@nestjs/common';
import { Clock, Database, platformProblem, Trail, type Actor } from '@choxa/platform';
import { problem } from '../catalogue.problems.js';
import { lockOwnProduct } from '../products/product-lock.js';
import { TakedownEntity } from './takedown.entity.js';

/** A household says why a takedown is wrong, or what it has put right. Until the answer it may say it better; after it, there is no second appeal. */
@Injectable()
export class AppealTakedown {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** The product's id. Throws `not-found`; `takedown.decided` once an official has answered. */
  async run(actor: Actor, takedownId: string, appeal: string): Promise<string> {
    return this.db.transaction(async (tx) => {
      const asked = await tx.findOneBy(TakedownEntity, { id: takedownId });
      if (!asked) throw platformProblem('not-found');
      const { productId } = asked;
      await lockOwnProduct(tx, actor, productId);
      const takedown = await tx.findOneByOrFail(TakedownEntity, { id: takedownId });
      if (takedown.decision) throw problem('takedown.decided');
      await tx.update(TakedownEntity, { id: takedownId }, { appeal, appealedAt: takedown.appealedAt ?? this.clock.now() });
      await this.trail.record(tx, actor, {
        action: 'takedown.appealed',
        subjectKind: 'takedown',
        subjectId: takedownId,
        details: { productId },
      });
      return productId;
    });
  }
}
