import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock, Database, Trail, type Actor } from '@choxa/platform';
import { problem } from '../catalogue.problems.js';
import { refreshRating } from '../reviews/product-rating.js';
import { ProductReportEntity } from './product-report.entity.js';
import { RemarkNotice } from './remark-notice.js';
import { lockRemarkOfArea, REMARK_ENTITIES, REPORT_COLUMNS, type RemarkRef } from './remark.js';

/** An official takes a review or a question out of sight; its author is told why, and so is whoever reported it. */
@Injectable()
export class HideRemark {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly notice: RemarkNotice,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found`, `remark.hidden`. */
  async run(actor: Actor, ref: RemarkRef, reason: string): Promise<void> {
    const { kind, id } = ref;
    await this.db.transaction(async (tx) => {
      const remark = await lockRemarkOfArea(tx, actor, ref);
      if (remark.hiddenAt) throw problem('remark.hidden');
      const now = this.clock.now();
      await tx.update(REMARK_ENTITIES[kind], { id }, { hiddenAt: now, hiddenBy: actor.accountId, hiddenReason: reason });
      if (kind === 'review') await refreshRating(tx, remark.productId);
      const answer = { outcome: 'hidden', note: reason, handledAt: now, handledBy: actor.accountId } as const;
      await tx.update(ProductReportEntity, { [REPORT_COLUMNS[kind]]: id, outcome: IsNull() }, answer);
      await this.notice.hidden(tx, kind, remark, reason);
      const details = { productId: remark.productId };
      await this.trail.record(tx, actor, { action: `${kind}.hidden`, subjectKind: kind, subjectId: id, details });
    });
  }
}
