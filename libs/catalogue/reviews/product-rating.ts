import { sql, type Tx } from '@choxa/platform';
import { ratingOf } from './review.rules.js';

/** Locks a product while one of its reviews changes, so that rivals count after each other. */
export async function lockRating(tx: Tx, productId: string): Promise<void> {
  await sql(tx, 'select 1 as one from catalogue.product where id = $1 for update', [productId]);
}

/** Counts the reviews of a product anew, in the transaction that changed one of them and behind `lockRating`. */
export async function refreshRating(tx: Tx, productId: string): Promise<void> {
  const [row] = await sql<{ counts: number[] }>(tx, STAR_COUNTS, [productId]);
  const rating = ratingOf(row!.counts);
  await sql(tx, 'update catalogue.product set rating = $2 where id = $1', [productId, rating && JSON.stringify(rating)]);
}

const STAR_COUNTS = `
  select array(select (select count(*)::int from catalogue.review where product_id = $1 and hidden_at is null and stars = star)
                 from generate_series(1, 5) as star order by star) as counts`;
