import { createHash, randomBytes } from 'node:crypto';
import type { Role } from '@choxa/platform';

/** How sure we are who opened a session: somebody who holds the phone, or who also gave a password and a second factor. */
export type Assurance = 'phone' | 'second-factor';

const DAY_SECONDS = 24 * 60 * 60;

/** A household stays signed in over a season (experience.md); staff show their second factor anew each week. Any session can be closed at any moment. */
export const SESSION_LIFE_SECONDS: Record<Assurance, number> = { phone: 90 * DAY_SECONDS, 'second-factor': 7 * DAY_SECONDS };

/** Roles that count only in a session opened with a second factor. */
export const STAFF_ROLES: readonly Role[] = ['clerk', 'courier', 'postal_manager', 'official', 'admin'];

/** When something was last used is kept to the hour, so that most requests write nothing. */
export function isStale(lastSeenAt: Date, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() >= 60 * 60_000;
}

/** 256 random bits, 43 characters. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token. Plain SHA-256 is enough: nobody guesses 256 random bits. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
