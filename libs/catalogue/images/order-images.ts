import { Injectable } from '@nestjs/common';
import { Database, type Actor } from '@choxa/platform';
import { inOrder } from '../products/in-order.js';
import { ProductChanges } from '../products/product-changes.js';
import { lockOwnProduct } from '../products/product-lock.js';
import { ImageEntity } from './image.entity.js';

/** A household says in which order its pictures are shown; the first is the main one, which lists and labels carry. */
@Injectable()
export class OrderImages {
  constructor(
    private readonly db: Database,
    private readonly changes: ProductChanges,
  ) {}

  /** `imageIds`: all pictures of the product. Throws `not-found`, `request.conflict` when they are not. */
  async run(actor: Actor, productId: string, imageIds: readonly string[]): Promise<void> {
    await this.db.transaction(async (tx) => {
      const product = await lockOwnProduct(tx, actor, productId);
      const images = await tx.findBy(ImageEntity, { productId });
      for (const [id, position] of inOrder(imageIds, images)) await tx.update(ImageEntity, { id }, { position });
      await this.changes.settle(tx, product);
    });
  }
}
