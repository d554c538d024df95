import { Injectable } from '@nestjs/common';
import { boundsOf } from '@choxa/standards';
import { QuarterReported } from '@choxa/postal-contract';
import { Clock, Events, idempotent, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { managedOperators } from '../operators/managed-operators.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { QuarterDrafts } from './quarter-drafts.js';
import type { SubmitReportDto } from './quarter-report.dto.js';

/** A manager reports a quarter: its draft becomes a version that stays, and whoever audits hears of it. */
@Injectable()
export class SubmitReport {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly drafts: QuarterDrafts,
    private readonly events: Events,
    private readonly trail: Trail,
  ) {}

  /**
   * Answers `{ version }` as JSON text; submitting again makes a new version.
   * @throws Problem `operator.not-managed`, `report.quarter-running`
   */
  async run(actor: Actor, { operator, quarter }: SubmitReportDto, key: string): Promise<string> {
    const operatorId = managedOperators(actor).find((id) => id === operator.toLowerCase());
    if (!operatorId) throw postalProblem('operator.not-managed');
    if (boundsOf(quarter).until > this.clock.now()) throw postalProblem('report.quarter-running');
    const request = { owner: actor.accountId, route: 'postal.quarter-report', key, body: { operatorId, quarter } };
    return this.db.transaction((tx) => idempotent(tx, request, this.clock.now(), () => this.submit(tx, actor, operatorId, quarter)));
  }

  private async submit(tx: Tx, actor: Actor, operatorId: string, quarter: string): Promise<{ version: number }> {
    // Rivals wait here, so versions have no gap.
    const [operator] = await sql<{ code: string }>(tx, 'select code from postal.operator where id = $1 for update', [operatorId]);
    const [{ version }] = (await sql<{ version: number }>(
      tx,
      'select coalesce(max(version), 0)::int + 1 as version from postal.quarter_report where operator_id = $1 and quarter = $2',
      [operatorId, quarter],
    )) as [{ version: number }];
    const draft = await this.drafts.of(tx, operatorId, quarter);
    const figures = draft.map(({ indicator, numerator, denominator, reason }) => ({ indicator, numerator, denominator, reason }));
    const now = this.clock.now();
    await sql(
      tx,
      `insert into postal.quarter_report (operator_id, quarter, version, figures, submitted_at, submitted_by) values ($1, $2, $3, $4, $5, $6)`,
      [operatorId, quarter, version, JSON.stringify(figures), now, actor.accountId],
    );
    await this.events.publish(tx, QuarterReported, {
      operatorCode: operator!.code,
      quarter,
      version,
      submittedAt: now.toISOString(),
      figures,
    });
    const details = { quarter, version };
    await this.trail.record(tx, actor, { action: 'report.submitted', subjectKind: 'operator', subjectId: operatorId, details });
    return { version };
  }
}
