import { Injectable } from '@nestjs/common';
import { Database, Events, FileStorage, platformProblem, type Actor } from '@choxa/platform';
import { ProductChanged } from '../catalogue.events.js';
import { Listings } from '../listing/listings.js';
import { lockOwnProductOf } from '../products/product-lock.js';
import { PublishCheck } from '../products/publish-check.js';
import { ImageEntity } from './image.entity.js';
import { IMAGE_SIZES, storageKey } from './image-url.js';

/** A household takes a picture off its product. */
@Injectable()
export class RemoveImage {
  constructor(
    private readonly db: Database,
    private readonly storage: FileStorage,
    private readonly listings: Listings,
    private readonly check: PublishCheck,
    private readonly events: Events,
  ) {}

  /** Throws `not-found`, and `product.not-ready` for the last picture of a product that is on sale. */
  async run(actor: Actor, imageId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const product = await lockOwnProductOf(tx, actor, 'image', imageId);
      const image = await tx.findOneBy(ImageEntity, { id: imageId });
      if (!image) throw platformProblem('not-found');
      await tx.delete(ImageEntity, { id: imageId });
      await this.check.staysReady(tx, product);
      await this.listings.refresh(tx, [product.id]);
      await this.events.publish(tx, ProductChanged, { productId: product.id });
      // Inside the lock: the same picture may be uploaded again the moment it is released.
      for (const size of Object.values(IMAGE_SIZES)) await this.storage.remove(storageKey(image.key, size));
    });
  }
}
