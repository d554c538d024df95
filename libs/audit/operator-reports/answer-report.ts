import { Injectable } from '@nestjs/common';
import { Places } from '@choxa/places';
import { ReportAnswered } from '@choxa/postal-contract';
import { Clock, Database, Events, platformProblem, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { auditProblem } from '../audit.problems.js';
import { readPeriod } from '../periods/audit-period.rules.js';
import { compareReport, faultsOf } from './compare-report.rules.js';
import type { AnswerReportDto } from './operator-reports.dto.js';
import { mustBeOfNation } from '../scope/area.rules.js';
import { ownFigures } from './own-figures.query.js';
import { receivedVersions } from './received-versions.query.js';

/** An official of the nation accepts the latest version of a report or returns it with the reason; the operator hears of it. */
@Injectable()
export class AnswerReport {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly places: Places,
    private readonly events: Events,
    private readonly trail: Trail,
  ) {}

  /** @throws Problem `not-found`, `report.newer`, `report.answered`, `report.faulty`, `report.reason` */
  async run(actor: Actor, operatorCode: string, { quarter, version, verdict, reason = null }: AnswerReportDto): Promise<void> {
    mustBeOfNation(actor);
    if (verdict === 'returned' && !reason) throw auditProblem('report.reason');
    await this.db.transaction(async (tx) => {
      const versions = await receivedVersions(tx, operatorCode, quarter);
      const report = versions.find((one) => one.version === version);
      if (!report) throw platformProblem('not-found');
      if (report !== versions[0]) throw auditProblem('report.newer');
      if (verdict === 'accepted' && faultsOf(report.figures).length) throw auditProblem('report.faulty');
      const now = this.clock.now();
      const own = (await ownFigures(tx, readPeriod(quarter, now), now, this.places)).get(operatorCode) ?? new Map();
      const compared = JSON.stringify(compareReport(report.figures, own));
      await this.keep(tx, [operatorCode, quarter, version, verdict, reason, compared, now, actor.accountId]);
      await this.events.publish(tx, ReportAnswered, { operatorCode, quarter, version, verdict, reason, answeredAt: now.toISOString() });
      const details = { quarter, version, reason };
      await this.trail.record(tx, actor, { action: `report.${verdict}`, subjectKind: 'operator-report', subjectId: operatorCode, details });
    });
  }

  /** Of two at once the first one answers. */
  private async keep(tx: Tx, row: unknown[]): Promise<void> {
    const kept = await sql(
      tx,
      `insert into audit.report_answer (operator_code, quarter, version, verdict, reason, compared, answered_at, answered_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning version`,
      row,
    );
    if (!kept.length) throw auditProblem('report.answered');
  }
}
