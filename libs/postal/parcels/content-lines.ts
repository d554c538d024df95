import { sql, type Tx } from '@choxa/platform';
import type { ContentV1 } from '@choxa/postal-contract';

/** Writes what is declared to be inside a parcel, numbered from 1 in its sequence. */
export async function addContents(tx: Tx, number: string, contents: readonly ContentV1[]): Promise<void> {
  await sql(tx, insertContents('(select $1::text as number)', 2), [number, ...contentColumns(contents)]);
}

/** SQL that writes the contents of the parcels of `from`, of which each has a `number`; its parameters are {@link contentColumns}, from `$first` on. */
export function insertContents(from: string, first: number): string {
  const types = ['int', 'text', 'text', 'int', 'bigint'].map((type, index) => `$${first + index}::${type}[]`);
  return `insert into postal.content_line (parcel_number, line_no, code14, description, quantity, unit_price_vnd)
     select parcel.number, given.* from ${from} parcel, unnest(${types.join(', ')}) given`;
}

/** Contents by column: their numbers in the sequence, codes, descriptions, quantities, prices of one. */
export function contentColumns(contents: readonly ContentV1[]): unknown[][] {
  return [
    contents.map((_, index) => index + 1),
    contents.map((line) => line.code14),
    contents.map((line) => line.description),
    contents.map((line) => line.quantity),
    contents.map((line) => line.unitPriceVnd ?? null),
  ];
}
