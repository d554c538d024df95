import type { ReportedFigureV1, ReportVerdict } from '@choxa/postal-contract';
import { sql, type Tx } from '@choxa/platform';
import type { ComparedFigure } from './compare-report.rules.js';

/** A received version with its answer. */
export interface ReceivedVersion {
  version: number;
  submittedAt: Date;
  figures: ReportedFigureV1[];
  verdict: ReportVerdict | null;
  reason: string | null;
  compared: ComparedFigure[] | null;
  answeredAt: Date | null;
}

/** All versions of an operator's report of a quarter, the newest first. */
export function receivedVersions(tx: Tx, operatorCode: string, quarter: string): Promise<ReceivedVersion[]> {
  return sql(
    tx,
    `select report.version, submitted_at as "submittedAt", figures, verdict, reason, compared, answered_at as "answeredAt"
     from audit.operator_report report left join audit.report_answer answer using (operator_code, quarter, version)
     where operator_code = $1 and quarter = $2 order by report.version desc`,
    [operatorCode, quarter],
  );
}
