import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';

export interface PublishedKey {
  /** SHA-256 of the public key (SPKI, DER), hex. */
  keyId: string;
  /** SPKI as PEM. */
  publicKey: string;
}

export interface Signature {
  keyId: string;
  /** Ed25519 (RFC 8032), base64. */
  signature: string;
}

/**
 * The keys with which this installation signs what others must be able to check without trusting its database. The private one comes from the
 * environment, else it is made once and kept in DATA_DIR. Public keys lie beside it and stay there after a change, so that old signatures can
 * still be checked; one that is not among them is not ours, whatever a row in the database says.
 */
@Injectable()
export class SigningKeys {
  private kept: { keyId: string; privateKey: KeyObject } | undefined;

  constructor(private readonly config: Config) {}

  sign(bytes: Uint8Array): Signature {
    const { keyId, privateKey } = this.present();
    return { keyId, signature: sign(null, bytes, privateKey).toString('base64') };
  }

  /** False also for a key that was never ours. */
  holds(bytes: Uint8Array, { keyId, signature }: Signature): boolean {
    const known = this.published().find((key) => key.keyId === keyId);
    return known !== undefined && verify(null, bytes, known.publicKey, Buffer.from(signature, 'base64'));
  }

  /** All public keys this installation has signed with, by their id. */
  published(): PublishedKey[] {
    this.present();
    const keys = readdirSync(this.folder)
      .toSorted()
      .map((file) => readFileSync(join(this.folder, file), 'utf8'));
    return keys.map((publicKey) => ({ keyId: keyIdOf(createPublicKey(publicKey)), publicKey }));
  }

  private get folder(): string {
    return join(this.config.dataDir, 'signing-keys');
  }

  private present(): { keyId: string; privateKey: KeyObject } {
    this.kept ??= this.load();
    return this.kept;
  }

  private load(): { keyId: string; privateKey: KeyObject } {
    mkdirSync(this.folder, { recursive: true });
    const privateKey = createPrivateKey(this.config.signingKey ?? this.fromFile());
    const publicKey = createPublicKey(privateKey);
    const keyId = keyIdOf(publicKey);
    writeOnce(join(this.folder, `${keyId}.pem`), publicKey.export({ type: 'spki', format: 'pem' }) as string, 0o644);
    return { keyId, privateKey };
  }

  private fromFile(): string {
    const path = join(this.config.dataDir, 'signing-key.pem');
    const { privateKey } = generateKeyPairSync('ed25519');
    writeOnce(path, privateKey.export({ type: 'pkcs8', format: 'pem' }) as string, 0o600);
    return readFileSync(path, 'utf8');
  }
}

/** Of two processes that begin at once one writes; both read what is there then. */
function writeOnce(path: string, text: string, mode: number): void {
  try {
    writeFileSync(path, text, { flag: 'wx', mode });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function keyIdOf(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}
