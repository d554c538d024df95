import { sql, type Tx } from '@choxa/platform';
import type { RegisteredHousehold } from './register.rules.js';

/** Every household of a commune on the platform, whatever its state. */
export async function householdsOfCommune(tx: Tx, communeCode: string): Promise<RegisteredHousehold[]> {
  return sql<RegisteredHousehold>(
    tx,
    `select id, slug, name, producer_name as "producerName" from households.household where commune_code = $1 order by created_at, id`,
    [communeCode],
  );
}
