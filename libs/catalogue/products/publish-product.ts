import { Injectable } from '@nestjs/common';
import { Clock, Database, Trail, type Actor } from '@choxa/platform';
import { problem } from '../catalogue.problems.js';
import { lockOwnProduct } from './product-lock.js';
import { ProductEntity } from './product.entity.js';
import { PublishCheck } from './publish-check.js';
import { PutOnSale } from './put-on-sale.js';

/**
 * A household puts its product on sale, or on sale again. Publishing what is published changes nothing. While the household waits for its
 * approval, a product that lacks nothing else waits with it and goes on sale by itself.
 */
@Injectable()
export class PublishProduct {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly check: PublishCheck,
    private readonly putOnSale: PutOnSale,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found`, `product.under-takedown`; `product.not-ready` naming everything that is missing. */
  async run(actor: Actor, productId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const product = await lockOwnProduct(tx, actor, productId);
      if (product.takenDownAt) throw problem('product.under-takedown');
      if (product.state === 'published') return;
      if (await this.check.waitsForApproval(tx, product)) {
        await tx.update(ProductEntity, { id: productId }, { publishWhenApproved: true, updatedAt: this.clock.now() });
        await this.trail.record(tx, actor, {
          action: 'product.to-publish',
          subjectKind: 'product',
          subjectId: productId,
          details: { householdId: product.householdId },
        });
        return;
      }
      await this.check.ready(tx, product);
      await this.putOnSale.run(tx, actor, product);
    });
  }
}
