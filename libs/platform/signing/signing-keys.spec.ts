import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Config } from '../config/config.js';
import { SigningKeys } from './signing-keys.js';

describe('the keys of an installation', () => {
  let dataDir: string;

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'keys-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  const keys = (more: Partial<Config> = {}) => new SigningKeys(Object.assign(new Config(), { dataDir, signingKey: null, ...more }));
  const bytes = Buffer.from('{"period":"2026-Q3"}');

  it('are made once, kept for later starts and readable by nobody else', () => {
    const signed = keys().sign(bytes);
    expect(keys().sign(bytes)).toEqual(signed);
    expect(statSync(join(dataDir, 'signing-key.pem')).mode & 0o777).toBe(0o600);
  });

  it('let anybody check a signature with what is published', () => {
    const { keyId, signature } = keys().sign(bytes);
    const [published] = keys().published();
    expect(published!.keyId).toBe(keyId);
    expect(verify(null, bytes, createPublicKey(published!.publicKey), Buffer.from(signature, 'base64'))).toBe(true);
  });

  it('refuse other bytes, another signature and a key that was never theirs', () => {
    const signed = keys().sign(bytes);
    expect(keys().holds(bytes, signed)).toBe(true);
    expect(keys().holds(Buffer.from('{"period":"2026-Q4"}'), signed)).toBe(false);
    expect(keys().holds(bytes, { ...signed, signature: signed.signature.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A')) })).toBe(
      false,
    );
    expect(keys().holds(bytes, { ...signed, keyId: '0'.repeat(64) })).toBe(false);
  });

  it('still check old signatures after a change of key', () => {
    const old = keys().sign(bytes);
    const signingKey = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
    const changed = keys({ signingKey });
    expect(changed.sign(bytes).keyId).not.toBe(old.keyId);
    expect(changed.holds(bytes, old)).toBe(true);
    expect(changed.published()).toHaveLength(2);
  });
});
