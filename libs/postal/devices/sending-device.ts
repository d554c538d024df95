import { sql, type Actor, type Tx } from '@choxa/platform';
import { postalProblem } from '../postal.problems.js';
import { clockOffsetMs, hashDeviceKey } from './device.rules.js';

/** What a device says of itself when it sends, in the headers `Device-Key` and `Device-Time`. */
export interface DeviceHello {
  /** Its key; null where scans come from something that is no registered device. */
  key: string | null;
  /** What its clock says while it sends; null when it does not tell. */
  time: Date | null;
}

/** Of a request that does not come from a registered device and tells no time. */
export const NO_HELLO: DeviceHello = { key: null, time: null };

/** Reads the headers; a time that is none is left out. */
export function readHello(key: string | undefined, time: string | undefined): DeviceHello {
  const read = new Date(time ?? '');
  return { key: key ?? null, time: Number.isNaN(read.getTime()) ? null : read };
}

/** What sends, as far as we know it. */
export interface ScanSender {
  /** Id of the registered device; null where there is none. */
  deviceId: string | null;
  /** What is to be added to its times. Milliseconds. */
  clockOffsetMs: number;
}

/**
 * Looks whether the device may send for the actor, and keeps what its clock is off: one statement, so that a device revoked meanwhile does
 * not get through.
 * @throws Problem `device.unknown`, `device.revoked`, `device.locked` when its shift is over
 */
export async function sendingDevice(tx: Tx, actor: Actor, { key, time }: DeviceHello, now: Date): Promise<ScanSender> {
  const offset = time ? clockOffsetMs(time, now) : 0;
  if (!key) return { deviceId: null, clockOffsetMs: offset };
  const keyHash = hashDeviceKey(key);
  const [device] = await sql<{ id: string }>(
    tx,
    `update postal.device set seen_at = $3, clock_offset_ms = coalesce($4, clock_offset_ms), session_id = $5
     where key_hash = $1 and account_id = $2 and revoked_at is null and unlocked_until > $3 returning id`,
    [keyHash, actor.accountId, now, time && offset, actor.sessionId],
  );
  if (device) return { deviceId: device.id, clockOffsetMs: offset };
  const [known] = await sql<{ revoked: boolean }>(
    tx,
    'select revoked_at is not null as revoked from postal.device where key_hash = $1 and account_id = $2',
    [keyHash, actor.accountId],
  );
  if (!known) throw postalProblem('device.unknown');
  throw postalProblem(known.revoked ? 'device.revoked' : 'device.locked');
}
