import { sql, type Tx } from '@choxa/platform';
import type { Scope } from '../../scope/scope.js';
import { tradedLines } from './traded.sql.js';

/** Keeps which lines count in `live`, the nation's facts as they stand, as those of `version`. */
export async function freezeLines(tx: Tx, live: Scope, version: number): Promise<void> {
  const { table, params } = tradedLines(live);
  const [key, kept] = [params.length + 1, params.length + 2];
  await sql(
    tx,
    `insert into audit.period_line (period, version, product_id, line_ids, self_dealing_ids)
     select $${key}, $${kept}, product_id, array_agg(line_id order by line_id),
       coalesce(array_agg(line_id order by line_id) filter (where self_dealt), '{}')
     from ${table} group by product_id`,
    [...params, live.period.key, version],
  );
}
