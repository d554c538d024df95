import { Injectable } from '@nestjs/common';
import { Clock, sql, Trail, type Actor } from '@choxa/platform';
import { managedOperators } from '../operators/managed-operators.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import type { ReviewState } from './delivery-review.entity.js';

/** A manager says whether a doubted delivery was a real one. Taking a false one back is a correction of its scan, by a declaration of its own. */
@Injectable()
export class DecideReview {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** @throws Problem `review.unknown`, also for one of another operator; `review.own-delivery`; `review.decided` when the verdict was another */
  async run(actor: Actor, id: string, verdict: Exclude<ReviewState, 'open'>, note: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [review] = await sql<{ parcelNumber: string; courierId: string; state: ReviewState }>(
        tx,
        `select parcel_number as "parcelNumber", courier_id as "courierId", state from postal.delivery_review
          where id = $1 and operator_id = any($2::uuid[]) for update`,
        [id, managedOperators(actor)],
      );
      if (!review) throw postalProblem('review.unknown');
      if (review.courierId === actor.accountId) throw postalProblem('review.own-delivery');
      if (review.state === verdict) return;
      if (review.state !== 'open') throw postalProblem('review.decided');
      await sql(tx, 'update postal.delivery_review set state = $2, note = $3, decided_at = $4, decided_by = $5 where id = $1', [
        id,
        verdict,
        note,
        this.clock.now(),
        actor.accountId,
      ]);
      const decision = { action: `delivery.${verdict}`, subjectKind: 'parcel', subjectId: review.parcelNumber, details: { note } };
      await this.trail.record(tx, actor, decision);
    });
  }
}
