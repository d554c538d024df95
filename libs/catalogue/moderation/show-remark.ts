import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock, Database, Trail, type Actor } from '@choxa/platform';
import { problem } from '../catalogue.problems.js';
import { refreshRating } from '../reviews/product-rating.js';
import { ProductReportEntity } from './product-report.entity.js';
import { RemarkNotice } from './remark-notice.js';
import { lockRemarkOfArea, REMARK_ENTITIES, REPORT_COLUMNS, type RemarkRef } from './remark.js';

/** An official lets a hidden review or question be seen again, of their own accord or because its author appealed. */
@Injectable()
export class ShowRemark {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly notice: RemarkNotice,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found`, `remark.not-hidden`. */
  async run(actor: Actor, ref: RemarkRef): Promise<void> {
    const { kind, id } = ref;
    await this.db.transaction(async (tx) => {
      const remark = await lockRemarkOfArea(tx, actor, ref);
      if (!remark.hiddenAt) throw problem('remark.not-hidden');
      await tx.update(REMARK_ENTITIES[kind], { id }, { hiddenAt: null, hiddenBy: null, hiddenReason: null });
      if (kind === 'review') await refreshRating(tx, remark.productId);
      const answer = { outcome: 'shown', handledAt: this.clock.now(), handledBy: actor.accountId } as const;
      await tx.update(ProductReportEntity, { [REPORT_COLUMNS[kind]]: id, outcome: IsNull() }, answer);
      await this.notice.shown(tx, kind, remark);
      const details = { productId: remark.productId };
      await this.trail.record(tx, actor, { action: `${kind}.shown`, subjectKind: kind, subjectId: id, details });
    });
  }
}
