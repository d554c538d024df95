import { Injectable } from '@nestjs/common';
import { Clock, Events, type Tx } from '@choxa/platform';
import { ProductChanged, ProductPublished } from '../catalogue.events.js';
import { Listings } from '../listing/listings.js';
import { ProductEntity } from './product.entity.js';

/** The step from a whole product to one on sale: asked for by its household, or made when the household is approved. */
@Injectable()
export class PutOnSale {
  constructor(
    private readonly clock: Clock,
    private readonly listings: Listings,
    private readonly events: Events,
  ) {}

  /** `product` is locked, and was found to lack nothing. */
  async run(tx: Tx, product: ProductEntity): Promise<void> {
    const now = this.clock.now();
    const { id, householdId } = product;
    await tx.update(
      ProductEntity,
      { id },
      { state: 'published', publishWhenApproved: false, publishedAt: product.publishedAt ?? now, updatedAt: now },
    );
    await this.listings.refresh(tx, [id]);
    await this.events.publish(tx, ProductPublished, { productId: id, householdId, at: now.toISOString() });
    await this.events.publish(tx, ProductChanged, { productId: id });
  }
}
