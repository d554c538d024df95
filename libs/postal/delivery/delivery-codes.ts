import { createHmac, randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { sql, type Tx } from '@choxa/platform';
import { postalProblem } from '../postal.problems.js';

const MAX_TRIES = 5;
const DIGITS = 6;
/**
 * A code has only 10^6 values, so no cost makes guessing from the table hard; five tries and the parcel's short life do. A costly hash would be
 * paid by every parcel: it was a third of what taking one over cost.
 */
const SALT_BYTES = 32;
/** Codes given until November 2026 were hashed by scrypt; they are known by their salt. */
const SCRYPT = { saltBytes: 16, hashBytes: 32, cost: { N: 1024 } };

export interface NewDeliveryCode {
  /** In clear; written into the recipient's message and nowhere else. */
  code: string;
  salt: Buffer;
  hash: Buffer;
}

/** Makes a code for a recipient. */
export function newDeliveryCode(): NewDeliveryCode {
  const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
  const salt = randomBytes(SALT_BYTES);
  return { code, salt, hash: hashed(code, salt) };
}

/**
 * Counts one try and compares. The try is counted before the comparison, in one UPDATE, so that parallel guesses cannot exceed the limit;
 * the caller must commit whatever the answer is.
 * @throws Problem `proof.locked` after five wrong tries
 */
export async function provesRecipient(tx: Tx, parcelNumber: string, code: string): Promise<boolean> {
  const [kept] = await sql<{ salt: Buffer; hash: Buffer }>(
    tx,
    'update postal.delivery_code set tries = tries + 1 where parcel_number = $1 and tries < $2 returning salt, hash',
    [parcelNumber, MAX_TRIES],
  );
  if (!kept) throw postalProblem('proof.locked');
  return isCode(code, kept);
}

/** Whether `code`, as somebody wrote it, is the one whose hash is kept. */
export async function isCode(code: string, { salt, hash }: { salt: Buffer; hash: Buffer }): Promise<boolean> {
  const written = code.replace(/\s/g, '');
  return timingSafeEqual(salt.length === SCRYPT.saltBytes ? await scrypted(written, salt) : hashed(written, salt), hash);
}

function hashed(code: string, salt: Buffer): Buffer {
  return createHmac('sha256', salt).update(code).digest();
}

function scrypted(code: string, salt: Buffer): Promise<Buffer> {
  const { hashBytes, cost } = SCRYPT;
  return new Promise((resolve, reject) => scrypt(code, salt, hashBytes, cost, (error, key) => (error ? reject(error) : resolve(key))));
}
