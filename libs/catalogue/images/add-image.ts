import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Database, Trail, type Actor } from '@choxa/platform';
import { problem } from '../catalogue.problems.js';
import { ProductChanges } from '../products/product-changes.js';
import { lockOwnProduct } from '../products/product-lock.js';
import { encodeImage } from './encode-image.js';
import { imageKey, ImageFileStore } from './image-files.js';
import { ImageEntity } from './image.entity.js';
import { imageView, type ImageView } from './image-url.js';

const MOST_IMAGES = 8;

/** A household adds a picture to its product. The same picture again changes nothing. */
@Injectable()
export class AddImage {
  constructor(
    private readonly db: Database,
    private readonly files: ImageFileStore,
    private readonly changes: ProductChanges,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** `bytes`: the file as uploaded. Throws `not-found`, `image.unreadable`, `image.too-large`, `image.too-many`. */
  async run(actor: Actor, productId: string, bytes: Buffer): Promise<ImageView & { id: string }> {
    // Decoding is work: nobody makes us do it for a product that is not theirs.
    await this.db.transaction((tx) => lockOwnProduct(tx, actor, productId));
    const { files, width, height } = await encodeImage(bytes);
    return this.db.transaction(async (tx) => {
      const product = await lockOwnProduct(tx, actor, productId);
      const images = await tx.find(ImageEntity, { where: { productId }, order: { position: 'ASC' } });
      const key = imageKey(productId, files);
      const known = images.find((image) => image.key === key);
      if (known) return { id: known.id, ...imageView(known, product.name) };
      if (images.length >= MOST_IMAGES) throw problem('image.too-many');
      await this.files.put(key, files);
      const position = (images.at(-1)?.position ?? -1) + 1;
      const image = { id: randomUUID(), productId, key, position, width, height, alt: '', createdAt: this.clock.now() };
      await tx.insert(ImageEntity, image);
      await this.trail.record(tx, actor, {
        action: 'image.added',
        subjectKind: 'product',
        subjectId: productId,
        details: { imageId: image.id },
      });
      await this.changes.settle(tx, product);
      return { id: image.id, ...imageView(image, product.name) };
    });
  }
}
