import { Injectable } from '@nestjs/common';
import { Clock, Database, Events, type Actor } from '@choxa/platform';
import { ProductChanged } from '../catalogue.events.js';
import { Listings } from '../listing/listings.js';
import { lockOwnProduct } from './product-lock.js';
import { ProductEntity } from './product.entity.js';

/** A household takes its product off sale; its page stays. A product that waits for the approval waits no longer; else pausing what is not on sale changes nothing. */
@Injectable()
export class PauseProduct {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly listings: Listings,
    private readonly events: Events,
  ) {}

  /** Throws `not-found`. */
  async run(actor: Actor, productId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const product = await lockOwnProduct(tx, actor, productId);
      if (product.publishWhenApproved) await tx.update(ProductEntity, { id: productId }, { publishWhenApproved: false });
      if (product.state !== 'published') return;
      await tx.update(ProductEntity, { id: productId }, { state: 'paused', updatedAt: this.clock.now() });
      await this.listings.refresh(tx, [productId]);
      await this.events.publish(tx, ProductChanged, { productId });
    });
  }
}
