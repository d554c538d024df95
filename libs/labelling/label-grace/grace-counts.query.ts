import { sql, type Tx } from '@choxa/platform';

/** Packs sold or paused with an incomplete label, per province. */
export interface GraceCount {
  provinceCode: string | null;
  inGrace: number;
  paused: number;
}

/** @param provinces the provinces to count, or null for all */
export async function graceCounts(tx: Tx, provinces: readonly string[] | null): Promise<GraceCount[]> {
  return sql<GraceCount>(
    tx,
    `select province_code as "provinceCode", count(*) filter (where paused_at is null)::int as "inGrace",
            count(*) filter (where paused_at is not null)::int as paused
       from labelling.label_grace
      where closed_at is null and ($1::text[] is null or province_code = any($1))
      group by province_code order by province_code nulls last`,
    [provinces],
  );
}
