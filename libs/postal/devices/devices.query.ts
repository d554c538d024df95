import { Injectable } from '@nestjs/common';
import type { Actor } from '@choxa/platform';
import { staffOffices } from '../offices/offices.query.js';
import { managedOperators } from '../operators/managed-operators.js';
import { PostalDatabase } from '../postal-database.js';
import { MAX_PIN_TRIES } from './device.rules.js';
import type { DeviceDto } from './device.dto.js';

/** Which devices somebody sees and may revoke: their own, those of offices where they are a clerk, those of operators they manage. */
export const DEVICES_IN_SCOPE = `(device.account_id = $1 or device.office_id = any($2::uuid[]) or office.operator_id = any($3::uuid[]))`;

/** The parameters `$1` to `$3` of {@link DEVICES_IN_SCOPE}. */
export function devicesScope(actor: Actor): [string, string[], string[]] {
  return [actor.accountId, staffOffices(actor, 'clerk'), managedOperators(actor)];
}

interface DeviceRow extends Omit<DeviceDto, 'unlockedUntil' | 'seenAt' | 'registeredAt' | 'revokedAt'> {
  unlockedUntil: Date | null;
  seenAt: Date | null;
  registeredAt: Date;
  revokedAt: Date | null;
}

@Injectable()
export class Devices {
  constructor(private readonly db: PostalDatabase) {}

  /** Those in use first, then by when they were last heard of; at most 200. */
  async list(actor: Actor): Promise<DeviceDto[]> {
    const rows = await this.db.rows<DeviceRow>(
      'postal.devices',
      `select device.id, device.name, office.name as "officeName", device.account_id = $1 as own, pin_tries >= $4 as "pinLocked",
         unlocked_until as "unlockedUntil", clock_offset_ms as "clockOffsetMs", seen_at as "seenAt", registered_at as "registeredAt",
         revoked_at as "revokedAt"
       from postal.device join postal.office on office.id = device.office_id where ${DEVICES_IN_SCOPE}
       order by revoked_at is not null, coalesce(seen_at, registered_at) desc, device.id limit 200`,
      [...devicesScope(actor), MAX_PIN_TRIES],
    );
    return rows.map((row) => ({
      ...row,
      unlockedUntil: row.unlockedUntil?.toISOString() ?? null,
      seenAt: row.seenAt?.toISOString() ?? null,
      registeredAt: row.registeredAt.toISOString(),
      revokedAt: row.revokedAt?.toISOString() ?? null,
    }));
  }
}
