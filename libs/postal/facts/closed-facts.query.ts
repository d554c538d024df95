import { readInSteps, sql, type Tx } from '@choxa/platform';
import type { ParcelClosedV1 } from '@choxa/postal-contract';

type Row = Omit<ParcelClosedV1, 'closedAt'> & { closedAt: Date };

/** The ends of those of `numbers` that have come to one, as they are told. The rest of a parcel taken in part is not told of. */
export async function closedFacts(tx: Tx, numbers: readonly string[]): Promise<ParcelClosedV1[]> {
  if (!numbers.length) return [];
  return toFacts(await sql<Row>(tx, `${FACTS} and parcel.number = any($1::text[]) order by parcel.number`, [numbers]));
}

/** All of them, some thousand at a time. */
export function tellClosedFacts(tx: Tx, take: (facts: readonly ParcelClosedV1[]) => Promise<void>): Promise<void> {
  return readInSteps<Row>(tx, FACTS, (rows) => take(toFacts(rows)));
}

function toFacts(rows: readonly Row[]): ParcelClosedV1[] {
  return rows.map((row) => ({ ...row, closedAt: row.closedAt.toISOString() }));
}

// The first try that stands: of a parcel that was delivered the last try is the delivery itself.
const FACTS = `
  select parcel.number, operator.code as "operatorCode", parcel.closed_at as "closedAt", parcel.outcome, parcel.delivery_place as "deliveryPlace",
    parcel.recipient_province_code as "recipientProvinceCode", parcel.recipient_commune_code as "recipientCommuneCode", parcel.attempts,
    parcel.closings_told as telling, parcel.recipient_digital_address is not null as "hasDigitalAddress", office.code as "deliveryOfficeCode",
    case when parcel.attempts > (parcel.outcome = 'EMI')::int then (
      select attempt.reason from postal.attempt where attempt.parcel_number = parcel.number and not exists (
        select from postal.scan_correction wrong where wrong.scan_id = attempt.scan_id and wrong.confirmed_at is not null)
      order by attempt.tried_at, attempt.scan_id limit 1) end as "firstFailure"
  from postal.parcel join postal.operator on operator.id = parcel.operator_id join postal.office on office.id = parcel.delivery_office_id
  where parcel.outcome is not null and parcel.rest_of is null`;
