import { sql, type Tx } from '@choxa/platform';
import type { Area } from '../scope/area.rules.js';
import { inPlace, placeParams } from '../scope/scope.sql.js';

/** When the oldest fact of the area happened; null without any. */
export async function firstFactAt(tx: Tx, area: Area): Promise<Date | null> {
  const [row] = await sql<{ at: Date | null }>(
    tx,
    `select least(
       (select min(delivered_at) from audit.traded_line where ${inPlace(1)}),
       (select min(closed_at) from audit.closed_parcel where ${inPlace(1)})
     ) as at`,
    placeParams({ area, filters: {} }),
  );
  return row?.at ?? null;
}
