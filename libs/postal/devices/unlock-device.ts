import { Injectable } from '@nestjs/common';
import { Actor, Clock, sql, type Tx } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { hashDeviceKey, isPin, MAX_PIN_TRIES, UNLOCKED_MS } from './device.rules.js';

/** Opens a device for a shift by its PIN. */
@Injectable()
export class UnlockDevice {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers until when it is open.
   * @throws Problem `device.unknown`, `device.revoked`, `device.pin-wrong`, `device.pin-locked` after five wrong tries
   */
  async run(actor: Actor, key: string, pin: string): Promise<Date> {
    const keyHash = hashDeviceKey(key);
    const until = new Date(this.clock.now().getTime() + UNLOCKED_MS);
    // A wrong PIN is an answer, not an exception, in here: its try must be committed.
    const opened = await this.db.transaction(async (tx) => {
      if (!(await provesPin(tx, actor, keyHash, pin))) return false;
      await sql(tx, 'update postal.device set pin_tries = 0, unlocked_until = $2, session_id = $3 where key_hash = $1', [
        keyHash,
        until,
        actor.sessionId,
      ]);
      return true;
    });
    if (!opened) throw postalProblem('device.pin-wrong');
    return until;
  }
}

/** Counts one try, in the same statement that looks whether any is left, and compares: parallel guesses cannot exceed the limit. */
async function provesPin(tx: Tx, actor: Actor, keyHash: string, pin: string): Promise<boolean> {
  const [device] = await sql<{ salt: Buffer; hash: Buffer }>(
    tx,
    `update postal.device set pin_tries = pin_tries + 1
     where key_hash = $1 and account_id = $2 and revoked_at is null and pin_tries < $3
     returning pin_salt as salt, pin_hash as hash`,
    [keyHash, actor.accountId, MAX_PIN_TRIES],
  );
  if (device) return isPin(pin, device);
  const [known] = await sql<{ revoked: boolean }>(
    tx,
    'select revoked_at is not null as revoked from postal.device where key_hash = $1 and account_id = $2',
    [keyHash, actor.accountId],
  );
  if (!known) throw postalProblem('device.unknown');
  throw postalProblem(known.revoked ? 'device.revoked' : 'device.pin-locked');
}
