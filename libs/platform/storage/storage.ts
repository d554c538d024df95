import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';

/** Where files lie. Keys are ours (`images/ab/cd….webp`), never a user's text. */
export abstract class FileStorage {
  /** Stores `bytes` under `key`, whole or not at all. */
  abstract put(key: string, bytes: Buffer): Promise<void>;
  /** The file's bytes, or null where there is none. */
  abstract open(key: string): Promise<{ stream: Readable; size: number } | null>;
  abstract remove(key: string): Promise<void>;
}

const KEY = /^[a-z0-9][a-z0-9_-]*(\/[a-z0-9][a-z0-9_-]*)*\.[a-z0-9]+$/;

/** Files on the local disk below one folder. */
@Injectable()
export class LocalStorage extends FileStorage {
  private readonly folder: string;

  constructor(config: Config) {
    super();
    this.folder = config.storageDir;
  }

  async put(key: string, bytes: Buffer): Promise<void> {
    const path = this.path(key);
    await mkdir(dirname(path), { recursive: true });
    const temporary = `${path}.${randomUUID()}`;
    await writeFile(temporary, bytes);
    await rename(temporary, path);
  }

  async open(key: string): Promise<{ stream: Readable; size: number } | null> {
    if (!KEY.test(key)) return null;
    try {
      const { size } = await stat(this.path(key));
      return { stream: createReadStream(this.path(key)), size };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  async remove(key: string): Promise<void> {
    await rm(this.path(key), { force: true });
  }

  private path(key: string): string {
    if (!KEY.test(key)) throw new Error(`not a storage key: ${key}`);
    return join(this.folder, key);
  }
}
