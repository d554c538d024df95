/** After so many tries a message is given up, with a record of it. */
export const TRIES = 6;
const FIRST_WAIT_MS = 30_000;

/** When to try again after the `tries`-th try: half a minute, then twice as long each time. */
export function retryAt(now: Date, tries: number): Date {
  return new Date(now.getTime() + FIRST_WAIT_MS * 2 ** (tries - 1));
}
