import { Injectable } from '@nestjs/common';
import { Database, Trail, type Actor } from '@choxa/platform';
import { ProductChanges } from './product-changes.js';
import { lockOwnProduct } from './product-lock.js';
import { ProductEntity } from './product.entity.js';

/** A household takes its product off sale; its page stays. A product that waits for the approval waits no longer; else pausing what is not on sale changes nothing. */
@Injectable()
export class PauseProduct {
  constructor(
    private readonly db: Database,
    private readonly changes: ProductChanges,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found`. */
  async run(actor: Actor, productId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const product = await lockOwnProduct(tx, actor, productId);
      if (product.publishWhenApproved) await tx.update(ProductEntity, { id: productId }, { publishWhenApproved: false });
      if (product.state !== 'published') return;
      await tx.update(ProductEntity, { id: productId }, { state: 'paused' });
      await this.trail.record(tx, actor, { action: 'product.paused', subjectKind: 'product', subjectId: productId });
      await this.changes.settle(tx, { ...product, state: 'paused' });
    });
  }
}
