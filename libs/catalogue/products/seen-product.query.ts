import { platformProblem, sql, type Tx } from '@choxa/platform';
import type { Rating } from '../reviews/review.rules.js';

/** SQL: the row of `catalogue.product` has a page that everybody can see. */
export const SEEN = `product.state <> 'draft' and product.taken_down_at is null`;

export interface SeenProduct {
  id: string;
  householdId: string;
  name: string;
  rating: Rating | null;
}

/** The product at an address of the shop. Throws `not-found` for a draft and for one that is taken down. */
export async function seenProduct(tx: Tx, slug: string): Promise<SeenProduct> {
  const [product] = await sql<SeenProduct>(tx, BY_SLUG, [slug]);
  if (!product) throw platformProblem('not-found');
  return product;
}

const BY_SLUG = `select id, household_id as "householdId", name, rating from catalogue.product where slug = $1 and ${SEEN}`;
