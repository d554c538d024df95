import { Injectable } from '@nestjs/common';
import { Clock, Trail, type TrailActor, type Tx } from '@choxa/platform';
import { ProductChanges } from './product-changes.js';
import { ProductEntity } from './product.entity.js';

/** The step from a whole product to one on sale: asked for by its household, or made when the household is approved. */
@Injectable()
export class PutOnSale {
  constructor(
    private readonly clock: Clock,
    private readonly changes: ProductChanges,
    private readonly trail: Trail,
  ) {}

  /** `product` is locked, and was found to lack nothing. */
  async run(tx: Tx, actor: TrailActor, product: ProductEntity): Promise<void> {
    const now = this.clock.now();
    const { id } = product;
    const published = { state: 'published', publishWhenApproved: false, publishedAt: product.publishedAt ?? now } as const;
    await tx.update(ProductEntity, { id }, published);
    await this.trail.record(tx, actor, { action: 'product.published', subjectKind: 'product', subjectId: id });
    await this.changes.settle(tx, { ...product, ...published });
  }
}
