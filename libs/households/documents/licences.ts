import { Injectable } from '@nestjs/common';
import { localDay } from '@choxa/standards';
import { Clock, sql, type Tx } from '@choxa/platform';

/** Licences on file, for the lib that sells: sets 14, 15 and 18 may not be sold without one. */
@Injectable()
export class Licences {
  constructor(private readonly clock: Clock) {}

  /** The product sets for which each of `householdIds` has a licence on file today, neither refused nor expired. */
  async setsOf(tx: Tx, householdIds: readonly string[]): Promise<Map<string, Set<string>>> {
    const rows = await sql<{ householdId: string; sets: string[] }>(
      tx,
      `select household_id as "householdId", array_agg(set_code) as sets from households.document
        where household_id = any($1::uuid[]) and kind = 'licence' and removed_at is null and refused_at is null
          and (expires_on is null or expires_on >= $2)
        group by household_id`,
      [[...new Set(householdIds)], localDay(this.clock.now())],
    );
    return new Map(rows.map((row) => [row.householdId, new Set(row.sets)]));
  }
}
