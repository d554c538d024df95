import { localDay } from '@choxa/standards';
import { sql, type Tx } from '@choxa/platform';
import { postageOfParcel } from './postage.sql.js';

/** What the operator asks for carrying a parcel of this weight (grams, as measured) at the rates of the day of `at`; null where no price covers it. */
export async function measuredPostage(tx: Tx, number: string, weightGrams: number, at: Date): Promise<number | null> {
  const [parcel] = await sql<{ postageVnd: number | null }>(tx, POSTAGE, [number, weightGrams, localDay(at)]);
  return parcel!.postageVnd;
}

const POSTAGE = `select ${postageOfParcel('$2::int', '$3::date')} as "postageVnd" from postal.parcel where number = $1`;
