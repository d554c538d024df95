import { Injectable } from '@nestjs/common';
import { boundsOf, localDay } from '@choxa/standards';
import { Clock, sql, type Actor } from '@choxa/platform';
import { managedOperators } from '../operators/managed-operators.js';
import { PostalDatabase } from '../postal-database.js';
import { QuarterDrafts } from './quarter-drafts.js';
import type { QuarterReportDto, ReportVersionDto } from './quarter-report.dto.js';
import { lastQuarter, reportDeadline } from './report-deadline.query.js';

type Version = Omit<ReportVersionDto, 'submittedAt' | 'answeredAt'> & { submittedAt: Date; answeredAt: Date | null };

/** The drafts of a quarter of the operators the actor manages, and what was submitted of it. */
@Injectable()
export class QuarterReports {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly drafts: QuarterDrafts,
  ) {}

  async list(actor: Actor, asked?: string): Promise<QuarterReportDto[]> {
    const now = this.clock.now();
    const quarter = asked ?? lastQuarter(now);
    const operators = await sql<{ id: string; name: string }>(
      this.db.read,
      'select id, name from postal.operator where id = any($1::uuid[]) order by name, id',
      [managedOperators(actor)],
    );
    const { dueOn, remindFrom, basis } = await reportDeadline(this.db.read, quarter);
    const reports: QuarterReportDto[] = [];
    for (const { id, name } of operators) {
      const versions = await sql<Version>(this.db.read, VERSIONS, [id, quarter]);
      const ended = boundsOf(quarter).until <= now;
      reports.push({
        operatorId: id,
        operatorName: name,
        quarter,
        ended,
        dueOn,
        basis,
        remind: ended && !versions.length && localDay(now) >= remindFrom,
        figures: await this.drafts.of(this.db.read, id, quarter),
        versions: versions.map(({ submittedAt, answeredAt, ...version }) => ({
          ...version,
          submittedAt: submittedAt.toISOString(),
          answeredAt: answeredAt?.toISOString() ?? null,
        })),
      });
    }
    return reports;
  }
}

const VERSIONS = `
  select report.version, submitted_at as "submittedAt", verdict, reason, answered_at as "answeredAt"
    from postal.quarter_report report left join postal.report_answer answer using (operator_id, quarter, version)
   where report.operator_id = $1 and report.quarter = $2 order by report.version desc`;
