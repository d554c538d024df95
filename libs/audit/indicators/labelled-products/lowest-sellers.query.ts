import { sql, type Tx } from '@choxa/platform';
import type { Scope } from '../../scope/scope.js';
import type { RowsWanted } from '../indicator.js';
import { IN_SCOPE, productParams } from './product-scope.sql.js';

/** Of these there can be a hundred thousand, so that only those of a page are counted whole. */
export type SellerKind = 'household' | 'product';

/** Ids of the households or products of a page, the lowest share of indicator 12 first: in the sequence of `lowestFirst`. */
export async function lowestSellers(tx: Tx, scope: Scope, kind: SellerKind, { from, limit }: RowsWanted): Promise<string[]> {
  const rows = await sql<{ id: string }>(tx, STATEMENTS[kind], [...productParams(scope), from, limit]);
  return rows.map(({ id }) => id);
}

/** A row per product; nearly all have one to begin with. */
const products = (id: string) => `(
  select ${id} as id, compliant from audit.product_period where ${IN_SCOPE} and not service and sole
  union all
  select ${id}, bool_and(compliant) from audit.product_period where ${IN_SCOPE} and not service and not sole group by ${id}, product_id) product`;

// Shares of whole numbers below 2^26 are equal as floats where they are equal, and differ where they differ.
const STATEMENTS: Record<SellerKind, string> = {
  household: `
    select id from ${products('household_id')} group by id
     order by count(*) filter (where compliant) / count(*)::float8, count(*) desc, id offset $10 limit $11`,
  product: `select id from ${products('product_id')} order by compliant, id offset $10 limit $11`,
};
