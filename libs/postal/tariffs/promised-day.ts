import { localDay } from '@choxa/standards';
import { sql, type Tx } from '@choxa/platform';

interface Way {
  operatorId: string;
  fromProvinceCode: string;
  toProvinceCode: string;
}

/** The day by which the operator's norm promises delivery when the way begins at `from`; null where there is no norm. */
export async function promisedDay(tx: Tx, { operatorId, fromProvinceCode, toProvinceCode }: Way, from: Date): Promise<string | null> {
  const [norm] = await sql<{ hours: number }>(
    tx,
    `select hours from postal.norm where operator_id = $1 and from_province = $2 and to_province = $3
       and valid_from <= $4::date and (valid_to is null or valid_to > $4::date)`,
    [operatorId, fromProvinceCode, toProvinceCode, localDay(from)],
  );
  return norm ? localDay(new Date(from.getTime() + norm.hours * 3_600_000)) : null;
}
