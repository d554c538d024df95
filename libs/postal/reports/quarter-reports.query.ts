import { Injectable } from '@nestjs/common';
import { addDays, boundsOf, localDay, localQuarter, parsePeriod, periodKey, shiftPeriod } from '@choxa/standards';
import { Clock, sql, type Actor } from '@choxa/platform';
import { managedOperators } from '../operators/managed-operators.js';
import { PostalDatabase } from '../postal-database.js';
import { dueDay } from './quarter-figures.query.js';
import { QuarterDrafts } from './quarter-drafts.js';
import type { QuarterReportDto } from './quarter-report.dto.js';

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
    const quarter = asked ?? quarterBefore(localQuarter(now));
    const operators = await sql<{ id: string; name: string }>(
      this.db.read,
      'select id, name from postal.operator where id = any($1::uuid[]) order by name, id',
      [managedOperators(actor)],
    );
    const [deadline] = await sql<{ daysAfter: number; remindDays: number }>(this.db.read, DEADLINE, [localDay(boundsOf(quarter).until)]);
    const dueOn = dueDay(quarter, deadline!.daysAfter);
    const reports: QuarterReportDto[] = [];
    for (const { id, name } of operators) {
      const versions = await sql<{ version: number; submittedAt: Date }>(this.db.read, VERSIONS, [id, quarter]);
      const ended = boundsOf(quarter).until <= now;
      reports.push({
        operatorId: id,
        operatorName: name,
        quarter,
        ended,
        dueOn,
        remind: ended && !versions.length && localDay(now) >= addDays(dueOn, -deadline!.remindDays),
        figures: await this.drafts.of(this.db.read, id, quarter),
        versions: versions.map(({ version, submittedAt }) => ({ version, submittedAt: submittedAt.toISOString() })),
      });
    }
    return reports;
  }
}

function quarterBefore(quarter: string): string {
  const read = parsePeriod(quarter);
  return read.ok ? periodKey(shiftPeriod(read.period, -1)) : quarter;
}

// The first row holds for all quarters before it, so that there is always one.
const DEADLINE = `
  select days_after as "daysAfter", remind_days as "remindDays" from postal.report_deadline
   order by valid_from <= $1::date and (valid_to is null or valid_to > $1::date) desc, valid_from limit 1`;

const VERSIONS = `
  select version, submitted_at as "submittedAt" from postal.quarter_report where operator_id = $1 and quarter = $2 order by version desc`;
