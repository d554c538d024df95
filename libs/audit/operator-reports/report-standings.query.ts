import { sql, type Tx } from '@choxa/platform';
import { addDays, localDay } from '@choxa/standards';
import { openOn } from '../indicators/service-points/open-points.query.js';
import { quartersUpTo, type AuditPeriod } from '../periods/audit-period.rules.js';
import type { DeadlineRow, ReportStanding } from './report-state.rules.js';

/** One operator and quarter. */
export interface OperatorStanding extends ReportStanding {
  quarter: string;
  operatorCode: string;
  operatorName: string;
  /** Whether it has to report: it had a service point open on the last day of the quarter. */
  due: boolean;
  /** The latest version; null without a report. */
  version: number | null;
  submittedAt: Date | null;
  reason: string | null;
  answeredAt: Date | null;
}

const QUARTERS_OF_A_YEAR = 4;

/** Every operator (or the one of a code) that has to report a quarter of the period or has reported one, the newest quarter first. */
export function reportStandings(tx: Tx, period: AuditPeriod, operator: string | null = null): Promise<OperatorStanding[]> {
  const quarters = quartersUpTo(period, QUARTERS_OF_A_YEAR).filter(({ from }) => from >= period.from);
  return sql(tx, STANDINGS, [quarters.map(({ key }) => key), quarters.map(lastDayOf), operator]);
}

/** Oldest first. */
export function reportDeadlines(tx: Tx): Promise<DeadlineRow[]> {
  return sql(
    tx,
    `select valid_from::text as "validFrom", valid_to::text as "validTo", days_after as "daysAfter", basis
     from audit.report_deadline order by valid_from`,
  );
}

function lastDayOf({ until }: AuditPeriod): string {
  return addDays(localDay(until), -1);
}

const STANDINGS = `
  with quarter as (select * from unnest($1::text[], $2::date[]) as quarter (key, last_day)),
  due as (
    select quarter.key, operator_code, max(operator_name) as operator_name
    from quarter join audit.service_point on ${openOn('quarter.last_day')}
    where $3::text is null or operator_code = $3
    group by quarter.key, operator_code
  ),
  report as (
    select quarter, operator_code, max(version) as version, min(submitted_at) as first_at
    from audit.operator_report where quarter = any($1) and ($3::text is null or operator_code = $3) group by quarter, operator_code
  ),
  listed as (select key, operator_code from due union select quarter, operator_code from report)
  select listed.key as quarter, listed.operator_code as "operatorCode", due.operator_code is not null as due,
    coalesce(due.operator_name, (select max(operator_name) from audit.service_point where operator_code = listed.operator_code), listed.operator_code)
      as "operatorName",
    (report.first_at at time zone 'Asia/Ho_Chi_Minh')::date::text as "firstOn", report.version, latest.submitted_at as "submittedAt",
    answer.verdict, answer.reason, answer.answered_at as "answeredAt"
  from listed
    left join due on (due.key, due.operator_code) = (listed.key, listed.operator_code)
    left join report on (report.quarter, report.operator_code) = (listed.key, listed.operator_code)
    left join audit.operator_report latest on (latest.quarter, latest.operator_code, latest.version) = (report.quarter, report.operator_code, report.version)
    left join audit.report_answer answer on (answer.quarter, answer.operator_code, answer.version) = (report.quarter, report.operator_code, report.version)
  order by listed.key desc, "operatorName", listed.operator_code`;
