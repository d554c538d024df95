import { Injectable } from '@nestjs/common';
import { Database, platformProblem, Trail, type Actor } from '@choxa/platform';
import { ProductChanges } from '../products/product-changes.js';
import { lockOwnProductOf } from '../products/product-lock.js';
import { ImageFileStore } from './image-files.js';
import { ImageEntity } from './image.entity.js';

/** A household takes a picture off its product. */
@Injectable()
export class RemoveImage {
  constructor(
    private readonly db: Database,
    private readonly files: ImageFileStore,
    private readonly changes: ProductChanges,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found`, and `product.not-ready` for the last picture of a product that is on sale. */
  async run(actor: Actor, imageId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const product = await lockOwnProductOf(tx, actor, 'image', imageId);
      const image = await tx.findOneBy(ImageEntity, { id: imageId });
      if (!image) throw platformProblem('not-found');
      await tx.delete(ImageEntity, { id: imageId });
      await this.trail.record(tx, actor, { action: 'image.removed', subjectKind: 'product', subjectId: product.id, details: { imageId } });
      await this.changes.settle(tx, product);
      // Inside the lock: the same picture may be uploaded again the moment it is released.
      await this.files.remove(image.key);
    });
  }
}
