import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { sql, type Tx } from '@choxa/platform';
import { postalProblem } from '../postal.problems.js';

const MAX_TRIES = 5;
const DIGITS = 6;
const HASH_BYTES = 32;
const derive = promisify<string, Buffer, number, Buffer>(scrypt);

/** Makes and stores the recipient's code of a parcel; the only time it is seen in clear. */
export async function makeDeliveryCode(tx: Tx, parcelNumber: string): Promise<string> {
  const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
  const salt = randomBytes(16);
  await sql(tx, 'insert into postal.delivery_code (parcel_number, salt, hash) values ($1, $2, $3)', [
    parcelNumber,
    salt,
    await derive(code, salt, HASH_BYTES),
  ]);
  return code;
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
  return timingSafeEqual(await derive(code.replace(/\s/g, ''), kept.salt, HASH_BYTES), kept.hash);
}
