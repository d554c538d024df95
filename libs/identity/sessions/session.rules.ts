import { createHash, randomBytes } from 'node:crypto';

/** A household stays signed in over a season (experience.md); the session can be closed at any moment. */
export const SESSION_LIFE_SECONDS = 90 * 24 * 60 * 60;

/** 256 random bits, 43 characters. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token. Plain SHA-256 is enough: nobody guesses 256 random bits. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
