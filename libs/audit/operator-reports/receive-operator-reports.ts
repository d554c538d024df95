import { QuarterReported, readPostalEvent, type QuarterReportedV1 } from '@choxa/postal-contract';
import { Handles, sql, type EventEnvelope, type Tx } from '@choxa/platform';
import type { FactRecorder } from '../facts/fact-handlers.js';

/** Every version of a report that comes in is kept as it came. */
@Handles(QuarterReported)
export class ReceiveOperatorReportsWhenQuarterReported implements FactRecorder<QuarterReportedV1> {
  handle(tx: Tx, event: EventEnvelope<QuarterReportedV1>): Promise<void> {
    return this.record(tx, [readPostalEvent(QuarterReported, event.data)]);
  }

  async record(tx: Tx, facts: readonly QuarterReportedV1[]): Promise<void> {
    await sql(tx, INSERT, [JSON.stringify(facts)]);
  }
}

const INSERT = `
  insert into audit.operator_report (operator_code, quarter, version, submitted_at, figures)
  select "operatorCode", quarter, version, "submittedAt", figures
  from jsonb_to_recordset($1::jsonb) as told ("operatorCode" text, quarter text, version int, "submittedAt" timestamptz, figures jsonb)
  on conflict do nothing`;
