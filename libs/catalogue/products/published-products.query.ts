import { Injectable } from '@nestjs/common';
import { sql, type Tx } from '@choxa/platform';

/** How much households show, for the libs that look after them. */
@Injectable()
export class PublishedProducts {
  /** Products anybody can find now, by household; one without any is missing. */
  async countOf(tx: Tx, householdIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await sql<{ householdId: string; products: number }>(
      tx,
      `select household_id as "householdId", count(distinct product_id)::int as products
         from catalogue.listing where published and household_id = any($1::uuid[]) group by household_id`,
      [[...householdIds]],
    );
    return new Map(rows.map(({ householdId, products }) => [householdId, products]));
  }
}
