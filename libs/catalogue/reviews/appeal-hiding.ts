import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock, Database, Trail } from '@choxa/platform';
import { problem } from '../catalogue.problems.js';
import { ProductReportEntity } from '../moderation/product-report.entity.js';
import { newReportCode } from '../moderation/report.rules.js';
import { lockOwnReview } from './own-review.js';
import { ReviewRights, type Buyer } from './purchases.js';

/** An author says why their hidden review should be seen again. It reaches the officials the way reports do; one is open at a time. */
@Injectable()
export class AppealHiding {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly rights: ReviewRights,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found`; `review.not-hidden`; `review.appealed` while an earlier appeal waits for its answer. */
  async run(buyer: Buyer, lineId: string, text: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const { id: reviewId, productId, hiddenAt } = await lockOwnReview(tx, this.rights, buyer, lineId);
      if (!hiddenAt) throw problem('review.not-hidden');
      if (await tx.existsBy(ProductReportEntity, { reviewId, category: 'appeal', outcome: IsNull() })) throw problem('review.appealed');
      const report = { id: randomUUID(), code: newReportCode(), productId, reviewId, category: 'appeal' as const, text };
      await tx.insert(ProductReportEntity, { ...report, createdAt: this.clock.now() });
      const details = { productId };
      await this.trail.record(tx, buyer.actor ?? 'guest', {
        action: 'review.appealed',
        subjectKind: 'review',
        subjectId: reviewId,
        details,
      });
    });
  }
}
