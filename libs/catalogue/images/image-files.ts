import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { FileStorage } from '@choxa/platform';
import { IMAGE_SIZES, storageKey } from './image-url.js';

type ImageSize = keyof typeof IMAGE_SIZES;
const SIZES = Object.keys(IMAGE_SIZES) as ImageSize[];

/** The files of one picture, by size. */
export type ImageFiles = Record<ImageSize, Buffer>;

/** Pictures in storage. */
@Injectable()
export class ImageFileStore {
  constructor(private readonly storage: FileStorage) {}

  async put(key: string, files: ImageFiles): Promise<void> {
    for (const size of SIZES) await this.storage.put(storageKey(key, IMAGE_SIZES[size]), files[size]);
  }

  /** The files of a picture; null where one is lost. */
  async read(key: string): Promise<ImageFiles | null> {
    const files: Partial<ImageFiles> = {};
    for (const size of SIZES) {
      const file = await this.storage.open(storageKey(key, IMAGE_SIZES[size]));
      if (!file) return null;
      files[size] = await buffer(file.stream);
    }
    return files as ImageFiles;
  }

  async remove(key: string): Promise<void> {
    for (const size of SIZES) await this.storage.remove(storageKey(key, IMAGE_SIZES[size]));
  }
}

/** A picture's key: by content within its product, so that taking it off one product never takes another's. */
export function imageKey(productId: string, { full }: ImageFiles): string {
  return createHash('sha256').update(productId).update(full).digest('hex').slice(0, 32);
}
