import { sql, type Tx } from '@choxa/platform';
import type { ContentV1 } from '@choxa/postal-contract';

/** Writes what is declared to be inside a parcel, numbered from 1 in its sequence. */
export async function addContents(tx: Tx, number: string, contents: readonly ContentV1[]): Promise<void> {
  await sql(
    tx,
    `insert into postal.content_line (parcel_number, line_no, code14, description, quantity, unit_price_vnd)
     select $1, given.* from unnest($2::int[], $3::text[], $4::text[], $5::int[], $6::bigint[]) given`,
    [
      number,
      contents.map((_, index) => index + 1),
      contents.map((line) => line.code14),
      contents.map((line) => line.description),
      contents.map((line) => line.quantity),
      contents.map((line) => line.unitPriceVnd ?? null),
    ],
  );
}
