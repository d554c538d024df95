import { OfficeChanged, readPostalEvent, type OfficeChangedV1 } from '@choxa/postal-contract';
import { Handles, sql, type EventEnvelope, type Tx } from '@choxa/platform';
import type { FactRecorder } from '../facts/fact-handlers.js';
import { lockFacts } from '../facts/fact-lock.js';

/** Each description of an office counts once, on the days on which it held, in whatever sequence they are told. */
@Handles(OfficeChanged)
export class RecordServicePointsWhenOfficeChanged implements FactRecorder<OfficeChangedV1> {
  handle(tx: Tx, event: EventEnvelope<OfficeChangedV1>): Promise<void> {
    return this.handleAll(tx, [event]);
  }

  async handleAll(tx: Tx, events: readonly EventEnvelope<OfficeChangedV1>[]): Promise<void> {
    const facts = events.map(({ data }) => readPostalEvent(OfficeChanged, data));
    await lockFacts(
      tx,
      facts.map(({ operatorCode }) => `offices ${operatorCode}`),
    );
    await this.record(tx, facts);
  }

  async record(tx: Tx, facts: readonly OfficeChangedV1[]): Promise<void> {
    await sql(tx, INSERT, [JSON.stringify(facts)]);
    await sql(tx, DATE, [facts.map(({ operatorCode }) => operatorCode), facts.map(({ officeCode }) => officeCode)]);
  }
}

const INSERT = `
  insert into audit.service_point (operator_code, office_code, version, operator_name, office_name, changed_at, kind, commune_code, province_code,
    staffed, internet, public_service, valid_from, valid_to)
  select "operatorCode", "officeCode", version, "operatorName", "officeName", "changedAt", kind, "communeCode", "provinceCode",
    staffed, internet, "publicService", "validFrom", "validTo"
  from jsonb_to_recordset($1::jsonb) as told ("operatorCode" text, "officeCode" text, version int, "operatorName" text, "officeName" text,
    "changedAt" timestamptz, kind text, "communeCode" text, "provinceCode" text, staffed boolean, internet boolean, "publicService" boolean,
    "validFrom" date, "validTo" date)
  on conflict do nothing`;

// The days of every description of the offices named: from the opening or its own day until the next one's day or the closing.
const DATE = `
  with named as (select distinct * from unnest($1::text[], $2::text[]) as office (operator_code, office_code)),
  dated as (
    select operator_code, office_code, version, (changed_at at time zone 'Asia/Ho_Chi_Minh')::date as day,
      first_value(valid_from) over newest as opens, first_value(valid_to) over newest as closes,
      row_number() over oldest = 1 as first,
      lead((changed_at at time zone 'Asia/Ho_Chi_Minh')::date) over oldest as next_day
    from audit.service_point join named using (operator_code, office_code)
    window newest as (partition by operator_code, office_code order by version desc),
      oldest as (partition by operator_code, office_code order by version)
  ),
  span as (
    select operator_code, office_code, version, case when first then opens else greatest(opens, day) end as holds_from,
      least(closes, next_day) as holds_until
    from dated
  )
  update audit.service_point point set holds_from = span.holds_from, holds_until = span.holds_until
  from span
  where (point.operator_code, point.office_code, point.version) = (span.operator_code, span.office_code, span.version)
    and (point.holds_from, point.holds_until) is distinct from (span.holds_from, span.holds_until)`;
