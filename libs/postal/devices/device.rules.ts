import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Wrong PINs after which a device is of no use any more. */
export const MAX_PIN_TRIES = 5;
/** So long a right PIN opens a device: a shift. */
export const UNLOCKED_MS = 12 * 3_600_000;
export const PIN_PATTERN = /^\d{4,8}$/;

/** Beyond this a clock is not measured but taken for broken. Milliseconds. */
const FARTHEST_OFFSET_MS = 20 * 86_400_000;
/** So much is the way of the request, not the clock. Milliseconds. */
const NEGLIGIBLE_MS = 2 * 60_000;
const HASH_BYTES = 32;
/** A PIN has few values, so no cost makes guessing from the table hard; the few tries do. */
const COST = { N: 1024 };

/** A key of 256 random bits, and what is kept of it. */
export function newDeviceKey(): { key: string; keyHash: string } {
  const key = randomBytes(32).toString('base64url');
  return { key, keyHash: hashDeviceKey(key) };
}

export function hashDeviceKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** Whether a PIN is guessed among the first: one digit again and again, or digits in their own sequence. */
export function isWeakPin(pin: string): boolean {
  const steps = new Set([...pin].slice(1).map((digit, index) => Number(digit) - Number(pin[index])));
  return steps.size === 1 && [-1, 0, 1].includes([...steps][0]!);
}

export function newPinSalt(): Buffer {
  return randomBytes(16);
}

export function hashPin(pin: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => scrypt(pin, salt, HASH_BYTES, COST, (error, hash) => (error ? reject(error) : resolve(hash))));
}

export async function isPin(pin: string, { salt, hash }: { salt: Buffer; hash: Buffer }): Promise<boolean> {
  return timingSafeEqual(await hashPin(pin, salt), hash);
}

/**
 * How far a device's clock is behind ours (negative: ahead), in whole milliseconds, from what it said when it sent. 0 where the difference is
 * that of the network, or so large that it says nothing.
 */
export function clockOffsetMs(deviceTime: Date, now: Date): number {
  const offset = now.getTime() - deviceTime.getTime();
  return Math.abs(offset) > NEGLIGIBLE_MS && Math.abs(offset) <= FARTHEST_OFFSET_MS ? offset : 0;
}
