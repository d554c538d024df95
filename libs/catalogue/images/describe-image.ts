import { Injectable } from '@nestjs/common';
import { Database, type Actor } from '@choxa/platform';
import { ProductChanges } from '../products/product-changes.js';
import { lockOwnProductOf } from '../products/product-lock.js';
import { ImageEntity } from './image.entity.js';

/** A household says what is to be seen on a picture, for those who do not see it. Empty: the product's name says it. */
@Injectable()
export class DescribeImage {
  constructor(
    private readonly db: Database,
    private readonly changes: ProductChanges,
  ) {}

  /** The product's id. Throws `not-found`. */
  async run(actor: Actor, imageId: string, alt: string): Promise<string> {
    return this.db.transaction(async (tx) => {
      const product = await lockOwnProductOf(tx, actor, 'image', imageId);
      await tx.update(ImageEntity, { id: imageId }, { alt });
      await this.changes.settle(tx, product);
      return product.id;
    });
  }
}
