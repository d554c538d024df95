import { Database, Every, sql } from '@choxa/platform';
import { LISTING_SHAPE } from './listing-rows.js';
import { Listings } from './listings.js';

const PRODUCTS_AT_ONCE = 200;

/** Makes listings anew that an earlier version of the application made in another shape, some at a time. */
@Every(3600)
export class RefreshOldListings {
  constructor(
    private readonly db: Database,
    private readonly listings: Listings,
  ) {}

  /** How many products were made anew. Two processes at once do no harm: both write the same. */
  async run(): Promise<number> {
    let done = 0;
    for (;;) {
      const old = await sql<{ id: string }>(this.db.read, OLD, [LISTING_SHAPE, PRODUCTS_AT_ONCE]);
      if (!old.length) return done;
      await this.db.transaction((tx) =>
        this.listings.refresh(
          tx,
          old.map(({ id }) => id),
        ),
      );
      done += old.length;
    }
  }
}

const OLD = 'select distinct product_id as id from catalogue.listing where shape < $1 order by 1 limit $2';
