import { readInSteps, TellsAgain, type FactSource, type Tx } from '@choxa/platform';
import { QuarterReported, type QuarterReportedV1 } from '@choxa/postal-contract';

type Row = Omit<QuarterReportedV1, 'submittedAt'> & { submittedAt: Date };

/** Tells every submitted version of every report again. */
@TellsAgain(QuarterReported)
export class ReportsAgain implements FactSource<QuarterReportedV1> {
  async tell(tx: Tx, take: (facts: readonly QuarterReportedV1[]) => Promise<void>): Promise<void> {
    await readInSteps<Row>(tx, QUERY, (rows) => take(rows.map((row) => ({ ...row, submittedAt: row.submittedAt.toISOString() }))));
  }
}

const QUERY = `
  select operator.code as "operatorCode", quarter, version, submitted_at as "submittedAt", figures
    from postal.quarter_report join postal.operator on operator.id = operator_id`;
