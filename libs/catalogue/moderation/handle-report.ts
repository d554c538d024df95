import { Injectable } from '@nestjs/common';
import { Clock, Database, platformProblem, Trail, type Actor } from '@choxa/platform';
import { problem } from '../catalogue.problems.js';
import { lockProductOfArea } from '../recognitions/official-scope.js';
import { ProductReportEntity } from './product-report.entity.js';
import type { ReportOutcome } from './report.rules.js';

/** An official says what came of a report; its sender reads it under the report's code. */
@Injectable()
export class HandleReport {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found`, `report.handled`. */
  async run(actor: Actor, id: string, outcome: Extract<ReportOutcome, 'corrected' | 'unfounded'>, note: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const asked = await tx.findOneBy(ProductReportEntity, { id });
      if (!asked) throw platformProblem('not-found');
      await lockProductOfArea(tx, actor, asked.productId);
      const report = await tx.findOneByOrFail(ProductReportEntity, { id });
      if (report.outcome) throw problem('report.handled');
      await tx.update(ProductReportEntity, { id }, { outcome, note, handledAt: this.clock.now(), handledBy: actor.accountId });
      const details = { productId: report.productId, outcome };
      await this.trail.record(tx, actor, { action: 'report.handled', subjectKind: 'product-report', subjectId: id, details });
    });
  }
}
