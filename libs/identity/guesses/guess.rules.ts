export type GuessKind = 'password' | 'factor';

/** Seconds to wait after the first, second, … guess in a row that was not right; the last holds for all further ones. */
export const WAITS_SECONDS: readonly number[] = [0, 0, 0, 0, 60, 120, 240, 480, 900, 1800, 3600];

/** A guess counts against later ones for a day. */
export const KEEP_GUESSES_MS = 24 * 60 * 60_000;
