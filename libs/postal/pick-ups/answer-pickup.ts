import { Injectable } from '@nestjs/common';
import { Clock, Events, sql, Trail, type Actor } from '@choxa/platform';
import { PickupAnswered } from '@choxa/postal-contract';
import { staffOffices } from '../offices/offices.query.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import type { PickupState } from './pickup.entity.js';

/** An office says that it comes for the parcels, or why it does not. */
@Injectable()
export class AnswerPickup {
  constructor(
    private readonly db: PostalDatabase,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /**
   * @param reason why it declines; null accepts
   * @throws Problem `pickup.unknown`, also for one of another office; `pickup.answered-already` when the answer was another
   */
  async run(actor: Actor, id: string, reason: string | null): Promise<void> {
    const answer = reason === null ? 'accepted' : 'declined';
    await this.db.transaction(async (tx) => {
      const [pickup] = await sql<{ pickupReference: string; state: PickupState }>(
        tx,
        `select pickup_reference as "pickupReference", state from postal.pickup where id = $1 and office_id = any($2::uuid[]) for update`,
        [id, staffOffices(actor, 'clerk')],
      );
      if (!pickup) throw postalProblem('pickup.unknown');
      if (pickup.state === answer) return;
      if (pickup.state !== 'requested') throw postalProblem('pickup.answered-already');
      const now = this.clock.now();
      await sql(tx, 'update postal.pickup set state = $2, reason = $3, answered_at = $4 where id = $1', [id, answer, reason, now]);
      const parcels = await sql<{ senderReference: string }>(
        tx,
        `select parcel.sender_reference as "senderReference" from postal.pickup_parcel fetched
           join postal.parcel on parcel.number = fetched.parcel_number where fetched.pickup_id = $1 order by 1`,
        [id],
      );
      const { pickupReference } = pickup;
      await this.events.publish(tx, PickupAnswered, { pickupReference, answer, reason, parcels, answeredAt: now.toISOString() });
      await this.trail.record(tx, actor, { action: `pickup.${answer}`, subjectKind: 'pickup', subjectId: id, details: { reason } });
    });
  }
}
