import { sql, type Tx } from '@choxa/platform';
import { boundsOf } from '@choxa/standards';
import type { Area } from '../scope/area.rules.js';
import { inPlace, placeParams } from '../scope/scope.sql.js';

/** When the oldest line of the area was delivered, or the quarter of its oldest closed parcel began, whichever is earlier; null without any. */
export async function firstFactAt(tx: Tx, area: Area): Promise<Date | null> {
  const [row] = await sql<{ line: Date | null; parcels: string | null }>(
    tx,
    `select (select min(delivered_at) from audit.traded_line where ${inPlace(1)}) as line,
            (select min(period) from audit.parcel_period where version = 0 and ${inPlace(1)}) as parcels`,
    placeParams({ area, filters: {} }),
  );
  const firsts = [row?.line, row?.parcels && boundsOf(row.parcels).from].filter((at) => at instanceof Date);
  return firsts.length ? new Date(Math.min(...firsts.map(Number))) : null;
}
