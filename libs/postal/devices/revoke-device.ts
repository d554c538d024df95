import { Injectable } from '@nestjs/common';
import { Actor, Clock, Events, SessionLost, sql, Trail } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { DEVICES_IN_SCOPE, devicesScope } from './devices.query.js';

/**
 * A device was lost, or is not to be used any more: from now on it sends nothing, and the session in which it last proved itself ends, unless
 * that is the one in which it is revoked. Doing it again changes nothing.
 */
@Injectable()
export class RevokeDevice {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly trail: Trail,
  ) {}

  /** @throws Problem `device.unknown` */
  async run(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [device] = await sql<{ revoked: boolean; accountId: string; sessionId: string | null }>(
        tx,
        `select revoked_at is not null as revoked, device.account_id as "accountId", device.session_id as "sessionId"
         from postal.device join postal.office on office.id = device.office_id
         where device.id = $4 and ${DEVICES_IN_SCOPE} for update of device`,
        [...devicesScope(actor), id],
      );
      if (!device) throw postalProblem('device.unknown');
      if (device.revoked) return;
      await sql(tx, 'update postal.device set revoked_at = $2, revoked_by = $3 where id = $1', [id, this.clock.now(), actor.accountId]);
      const { accountId, sessionId } = device;
      if (sessionId && sessionId !== actor.sessionId) await this.events.publish(tx, SessionLost, { accountId, sessionId });
      await this.trail.record(tx, actor, { action: 'device.revoked', subjectKind: 'device', subjectId: id });
    });
  }
}
