import { Injectable } from '@nestjs/common';
import { Clock, Database, Events, type Actor } from '@choxa/platform';
import { ProductChanged, ProductPublished } from '../catalogue.events.js';
import { Listings } from '../listing/listings.js';
import { lockOwnProduct } from './product-lock.js';
import { ProductEntity } from './product.entity.js';
import { PublishCheck } from './publish-check.js';

/** A household puts its product on sale, or on sale again. Publishing what is published changes nothing. */
@Injectable()
export class PublishProduct {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly listings: Listings,
    private readonly check: PublishCheck,
    private readonly events: Events,
  ) {}

  /** Throws `not-found`; `product.not-ready` naming everything that is missing. */
  async run(actor: Actor, productId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const product = await lockOwnProduct(tx, actor, productId);
      if (product.state === 'published') return;
      await this.check.ready(tx, product);
      const now = this.clock.now();
      await tx.update(ProductEntity, { id: productId }, { state: 'published', publishedAt: product.publishedAt ?? now, updatedAt: now });
      await this.listings.refresh(tx, [productId]);
      await this.events.publish(tx, ProductPublished, { productId, householdId: product.householdId, at: now.toISOString() });
      await this.events.publish(tx, ProductChanged, { productId });
    });
  }
}
