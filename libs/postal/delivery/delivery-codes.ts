import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { sql, type Tx } from '@choxa/platform';
import { postalProblem } from '../postal.problems.js';

const MAX_TRIES = 5;
const DIGITS = 6;
const HASH_BYTES = 32;
/** A code has only 10^6 values, so no cost makes guessing from the table hard; five tries and the parcel's short life do. */
const COST = { N: 1024 };

export interface NewDeliveryCode {
  /** In clear; written into the recipient's message and nowhere else. */
  code: string;
  salt: Buffer;
  hash: Buffer;
}

/** Makes a code for a recipient. */
export async function newDeliveryCode(): Promise<NewDeliveryCode> {
  const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
  const salt = randomBytes(16);
  return { code, salt, hash: await derive(code, salt) };
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
  return timingSafeEqual(await derive(code.replace(/\s/g, ''), salt), hash);
}

function derive(code: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => scrypt(code, salt, HASH_BYTES, COST, (error, key) => (error ? reject(error) : resolve(key))));
}
