import { sql, type Database, type Tx } from '@choxa/platform';

/**
 * Runs the reads of one question, all of one moment, with room to group a hundred thousand products in memory. Each is planned for what it asks: a
 * plan kept for every question would read the whole nation for a commune, since it cannot know which filters are there.
 */
export function readingFigures<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.snapshot(async (tx) => {
    await sql(tx, `select set_config('work_mem', '64MB', true), set_config('plan_cache_mode', 'force_custom_plan', true)`);
    return work(tx);
  });
}
