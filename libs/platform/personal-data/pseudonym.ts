import { createHash } from 'node:crypto';

/**
 * A person's number, address or device as a text that says whether two are the same and no more: SHA-256, hex. It is a pseudonym, not a secret:
 * whoever tries every phone number finds the one it stands for, so it is never shown and never leaves the server.
 */
export function pseudonymOf(value: string): string {
  return createHash('sha256').update(value).digest('hex');
}
