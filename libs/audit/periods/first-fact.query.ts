import { sql, type Tx } from '@choxa/platform';
import type { Area } from '../area/area.rules.js';

/** When the oldest fact of the area happened; null without any. */
export async function firstFactAt(tx: Tx, area: Area): Promise<Date | null> {
  const [row] = await sql<{ at: Date | null }>(
    tx,
    `select least(
       (select min(delivered_at) from audit.traded_line where $1::text[] is null or province_code = any($1)),
       (select min(closed_at) from audit.closed_parcel where $1::text[] is null or province_code = any($1))
     ) as at`,
    [area],
  );
  return row?.at ?? null;
}
