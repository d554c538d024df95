import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, type Tx } from '@choxa/platform';
import { imageKey, ImageFileStore } from './image-files.js';
import { ImageEntity } from './image.entity.js';

/** Gives a product the pictures of another, as files of its own: taking one off either leaves the other's. */
@Injectable()
export class CopyImages {
  constructor(
    private readonly files: ImageFileStore,
    private readonly clock: Clock,
  ) {}

  /** Within the transaction that makes the copy. A picture whose files are lost is left out. */
  async run(tx: Tx, fromProductId: string, toProductId: string): Promise<void> {
    for (const image of await tx.find(ImageEntity, { where: { productId: fromProductId }, order: { position: 'ASC', id: 'ASC' } })) {
      const files = await this.files.read(image.key);
      if (!files) continue;
      const key = imageKey(toProductId, files);
      await this.files.put(key, files);
      await tx.insert(ImageEntity, { ...image, id: randomUUID(), productId: toProductId, key, createdAt: this.clock.now() });
    }
  }
}
