import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

/** A fresh secret in the form of Standard Webhooks. */
export function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

/** The headers of one try: id, time, and a signature by each secret that counts. */
export function signedHeaders(id: string, at: Date, payload: string, secrets: readonly string[]): Record<string, string> {
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, payload)).join(' '),
  };
}
