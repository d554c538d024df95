import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Database, Events, FileStorage, type Actor } from '@choxa/platform';
import { problem } from '../catalogue.problems.js';
import { ProductChanged } from '../catalogue.events.js';
import { Listings } from '../listing/listings.js';
import { lockOwnProduct } from '../products/product-lock.js';
import { encodeImage, type EncodedImage } from './encode-image.js';
import { ImageEntity } from './image.entity.js';
import { IMAGE_SIZES, imageView, storageKey, type ImageView } from './image-url.js';

const MOST_IMAGES = 8;

/** A household adds a picture to its product. The same picture again changes nothing. */
@Injectable()
export class AddImage {
  constructor(
    private readonly db: Database,
    private readonly storage: FileStorage,
    private readonly listings: Listings,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** `bytes`: the file as uploaded. Throws `not-found`, `image.unreadable`, `image.too-large`, `image.too-many`. */
  async run(actor: Actor, productId: string, bytes: Buffer): Promise<ImageView & { id: string }> {
    // Decoding is work: nobody makes us do it for a product that is not theirs.
    await this.db.transaction((tx) => lockOwnProduct(tx, actor, productId));
    const encoded = await encodeImage(bytes);
    return this.db.transaction(async (tx) => {
      const product = await lockOwnProduct(tx, actor, productId);
      const images = await tx.find(ImageEntity, { where: { productId }, order: { position: 'ASC' } });
      const key = keyOf(productId, encoded);
      const known = images.find((image) => image.key === key);
      if (known) return { id: known.id, ...imageView(key, known.width, known.height, product.name) };
      if (images.length >= MOST_IMAGES) throw problem('image.too-many');
      await this.store(key, encoded);
      const image = {
        id: randomUUID(),
        productId,
        key,
        position: (images.at(-1)?.position ?? -1) + 1,
        width: encoded.width,
        height: encoded.height,
        createdAt: this.clock.now(),
      };
      await tx.insert(ImageEntity, image);
      await this.listings.refresh(tx, [productId]);
      await this.events.publish(tx, ProductChanged, { productId });
      return { id: image.id, ...imageView(key, image.width, image.height, product.name) };
    });
  }

  private async store(key: string, { files }: EncodedImage): Promise<void> {
    for (const [name, size] of Object.entries(IMAGE_SIZES))
      await this.storage.put(storageKey(key, size), files[name as keyof typeof files]);
  }
}

/** Addressed by content within its product, so that taking it off one product never takes another's. */
function keyOf(productId: string, { files }: EncodedImage): string {
  return createHash('sha256').update(productId).update(files.full).digest('hex').slice(0, 32);
}
