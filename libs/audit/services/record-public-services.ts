import { PublicServiceServed, readPostalEvent, type PublicServiceServedV1 } from '@choxa/postal-contract';
import { Handles, sql, type EventEnvelope, type Tx } from '@choxa/platform';
import type { FactRecorder } from '../facts/fact-handlers.js';

/** Each count of public services is kept once, as it was first told. */
@Handles(PublicServiceServed)
export class RecordPublicServicesWhenServed implements FactRecorder<PublicServiceServedV1> {
  handle(tx: Tx, event: EventEnvelope<PublicServiceServedV1>): Promise<void> {
    return this.handleAll(tx, [event]);
  }

  handleAll(tx: Tx, events: readonly EventEnvelope<PublicServiceServedV1>[]): Promise<void> {
    return this.record(
      tx,
      events.map(({ data }) => readPostalEvent(PublicServiceServed, data)),
    );
  }

  async record(tx: Tx, facts: readonly PublicServiceServedV1[]): Promise<void> {
    await sql(tx, INSERT, [JSON.stringify(facts)]);
  }
}

const INSERT = `
  insert into audit.public_service (record_id, operator_code, office_code, commune_code, province_code, kind, day, count)
  select "recordId", "operatorCode", "officeCode", "communeCode", "provinceCode", kind, day, count
  from jsonb_to_recordset($1::jsonb) as told ("recordId" text, "operatorCode" text, "officeCode" text, "communeCode" text, "provinceCode" text,
    kind text, day date, count int)
  on conflict do nothing`;
