import { sql, type Tx } from '@choxa/platform';
import type { ContentV1 } from '@choxa/postal-contract';

/** Writes what is declared to be inside a parcel, numbered from 1 in its sequence. */
export async function addContents(tx: Tx, number: string, contents: readonly ContentV1[]): Promise<void> {
  await sql(
    tx,
    `insert into postal.content_line (parcel_number, line_no, code14, description, quantity)
     select $1, * from unnest($2::int[], $3::text[], $4::text[], $5::int[])`,
    [
      number,
      contents.map((_, index) => index + 1),
      contents.map((line) => line.code14),
      contents.map((line) => line.description),
      contents.map((line) => line.quantity),
    ],
  );
}
