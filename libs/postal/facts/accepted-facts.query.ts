import { readInSteps, sql, type Tx } from '@choxa/platform';
import type { ParcelAcceptedV1 } from '@choxa/postal-contract';

type Row = Omit<ParcelAcceptedV1, 'acceptedAt'> & { acceptedAt: Date };

/** The acceptance of a parcel, as it is told. */
export async function acceptedFact(tx: Tx, number: string): Promise<ParcelAcceptedV1> {
  const [fact] = toFacts(await sql<Row>(tx, `${FACTS} and parcel.number = $1`, [number]));
  return fact!;
}

/** All of them, some thousand at a time. */
export function tellAcceptedFacts(tx: Tx, take: (facts: readonly ParcelAcceptedV1[]) => Promise<void>): Promise<void> {
  return readInSteps<Row>(tx, FACTS, (rows) => take(toFacts(rows)));
}

function toFacts(rows: readonly Row[]): ParcelAcceptedV1[] {
  return rows.map((row) => ({ ...row, acceptedAt: row.acceptedAt.toISOString() }));
}

// What was not taken of a parcel is on its way back from its first moment: nobody handed it in.
const FACTS = `
  select parcel.number, parcel.sender_reference as "senderReference", parcel.accepted_at as "acceptedAt",
    parcel.accepted_weight_grams as "weightGrams", operator.code as "operatorCode", parcel.sender_province_code as "senderProvinceCode",
    parcel.sender_commune_code as "senderCommuneCode", parcel.recipient_province_code as "recipientProvinceCode",
    parcel.recipient_commune_code as "recipientCommuneCode", parcel.postage_vnd as "postageVnd", parcel.sender_key not like 'counter:%' as "bySystem",
    coalesce((select jsonb_agg(jsonb_build_object('code14', line.code14, 'result', line.checked) order by line.line_no)
      from postal.content_line line where line.parcel_number = parcel.number and line.checked is not null), '[]') as checks
  from postal.parcel join postal.operator on operator.id = parcel.operator_id
  where parcel.accepted_weight_grams is not null and parcel.rest_of is null`;
