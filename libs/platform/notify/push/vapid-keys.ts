import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import webPush from 'web-push';
import { Config } from '../../config/config.js';

export interface VapidKeyPair {
  /** Uncompressed point of P-256, base64url: browsers subscribe with it. */
  publicKey: string;
  privateKey: string;
}

/** The keys by which push services know us (RFC 8292): from the environment, else made once and kept in DATA_DIR. */
@Injectable()
export class VapidKeys {
  private kept: VapidKeyPair | undefined;

  constructor(private readonly config: Config) {}

  get(): VapidKeyPair {
    const { vapidPublicKey: publicKey, vapidPrivateKey: privateKey } = this.config;
    this.kept ??= publicKey && privateKey ? { publicKey, privateKey } : this.fromFile();
    return this.kept;
  }

  private fromFile(): VapidKeyPair {
    const path = join(this.config.dataDir, 'vapid-keys.json');
    try {
      mkdirSync(dirname(path), { recursive: true });
      // Of two processes that begin at once one writes; both read what is there then.
      writeFileSync(path, JSON.stringify(webPush.generateVAPIDKeys()), { flag: 'wx', mode: 0o600 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    return JSON.parse(readFileSync(path, 'utf8')) as VapidKeyPair;
  }
}
