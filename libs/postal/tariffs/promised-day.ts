import { localDay } from '@choxa/standards';
import { sql, type Tx } from '@choxa/platform';

export interface Way {
  operatorId: string;
  fromProvinceCode: string;
  toProvinceCode: string;
}

/** The day by which the operator's norm promises delivery when the way begins at `from`; null where there is no norm. */
export async function promisedDay(tx: Tx, way: Way, from: Date): Promise<string | null> {
  return (await promisedDays(tx, [way], from))[0]!;
}

/** The same for several ways that begin at once. */
export async function promisedDays(tx: Tx, ways: readonly Way[], from: Date): Promise<(string | null)[]> {
  const norms = await sql<{ hours: number | null }>(
    tx,
    `select (select hours from postal.norm where operator_id = way.operator and from_province = way.from_province
                and to_province = way.to_province and valid_from <= $4::date and (valid_to is null or valid_to > $4::date)
              order by valid_from desc limit 1)
       from unnest($1::uuid[], $2::text[], $3::text[]) with ordinality as way (operator, from_province, to_province, place)
      order by way.place`,
    [ways.map((way) => way.operatorId), ways.map((way) => way.fromProvinceCode), ways.map((way) => way.toProvinceCode), localDay(from)],
  );
  return norms.map(({ hours }) => (hours === null ? null : localDay(new Date(from.getTime() + hours * 3_600_000))));
}
