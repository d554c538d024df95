import { Injectable } from '@nestjs/common';
import { Clock, Database, platformProblem, Trail, type Actor } from '@choxa/platform';
import { ReviewEntity } from './review.entity.js';

/** A household replies to a review of its product, once; saying it again puts the new words in place of the old. */
@Injectable()
export class ReplyToReview {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found`, also for a review that is hidden. */
  async run(actor: Actor, reviewId: string, reply: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const { affected } = await tx
        .createQueryBuilder()
        .update(ReviewEntity)
        .set({ reply, repliedAt: this.clock.now() })
        .where('id = :reviewId and household_id = any(:own) and hidden_at is null', {
          reviewId,
          own: actor.scope('household', 'household'),
        })
        .execute();
      if (!affected) throw platformProblem('not-found');
      await this.trail.record(tx, actor, { action: 'review.replied', subjectKind: 'review', subjectId: reviewId });
    });
  }
}
