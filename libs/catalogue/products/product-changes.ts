import { Injectable } from '@nestjs/common';
import { Clock, Events, type Tx } from '@choxa/platform';
import { ProductChanged } from '../catalogue.events.js';
import { Listings } from '../listing/listings.js';
import { NoteDisplay } from './note-display.js';
import { ProductEntity } from './product.entity.js';
import { PublishCheck } from './publish-check.js';

/** What follows every change a household makes to its product, its packs or its pictures. */
@Injectable()
export class ProductChanges {
  constructor(
    private readonly clock: Clock,
    private readonly check: PublishCheck,
    private readonly listings: Listings,
    private readonly display: NoteDisplay,
    private readonly events: Events,
  ) {}

  /**
   * Counts the change, shows it wherever the product is shown and tells the others, in the transaction that made it. `product`: as it is after
   * the change. Throws `product.not-ready` where a product on sale would lack something.
   */
  async settle(tx: Tx, product: ProductEntity): Promise<void> {
    await tx.update(ProductEntity, { id: product.id }, { revision: () => 'revision + 1', updatedAt: this.clock.now() });
    await this.check.staysReady(tx, product);
    await this.listings.refresh(tx, [product.id]);
    await this.display.run(tx, product);
    await this.events.publish(tx, ProductChanged, { productId: product.id });
  }
}
