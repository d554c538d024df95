import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Actor, Clock, platformProblem, sql, Trail } from '@choxa/platform';
import { staffOffices } from '../offices/offices.query.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { hashPin, isWeakPin, newDeviceKey, newPinSalt, UNLOCKED_MS } from './device.rules.js';

export interface NewDevice {
  name: string;
  /** One of the actor's offices. */
  officeId: string;
  pin: string;
}

/** So many devices one person may have in use. */
const MAX_DEVICES = 10;

/** Binds the device in the actor's hand to the actor. */
@Injectable()
export class RegisterDevice {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /**
   * The key, shown this once. The device is open for its first shift.
   * @throws Problem `office.unknown`, `device.too-many`, `request.invalid` for a PIN everybody guesses
   */
  async run(actor: Actor, { name, officeId, pin }: NewDevice): Promise<{ id: string; key: string; unlockedUntil: Date }> {
    if (!staffOffices(actor).includes(officeId)) throw postalProblem('office.unknown');
    if (isWeakPin(pin)) throw platformProblem('request.invalid', { errors: [WEAK_PIN] });
    const { key, keyHash } = newDeviceKey();
    const [id, salt, now] = [randomUUID(), newPinSalt(), this.clock.now()];
    const hash = await hashPin(pin, salt);
    const unlockedUntil = new Date(now.getTime() + UNLOCKED_MS);
    await this.db.transaction(async (tx) => {
      const [row] = await sql<{ count: number }>(
        tx,
        'select count(*)::int as count from postal.device where account_id = $1 and revoked_at is null',
        [actor.accountId],
      );
      if (row!.count >= MAX_DEVICES) throw postalProblem('device.too-many');
      await sql(
        tx,
        `insert into postal.device (id, account_id, office_id, name, key_hash, pin_salt, pin_hash, unlocked_until, registered_at, session_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [id, actor.accountId, officeId, name, keyHash, salt, hash, unlockedUntil, now, actor.sessionId],
      );
      await this.trail.record(tx, actor, { action: 'device.registered', subjectKind: 'device', subjectId: id, details: { officeId } });
    });
    return { id, key, unlockedUntil };
  }
}

const WEAK_PIN = {
  pointer: '/pin',
  code: 'device.pin-weak',
  detail: 'Mã PIN dễ đoán; xin chọn mã khác. / This PIN is easily guessed; please choose another.',
};
