import { Injectable } from '@nestjs/common';
import { Clock, Database, sql, type Actor, type Tx } from '@choxa/platform';
import { problem } from '../catalogue.problems.js';

/** More than anybody looks through. */
const MOST_FAVOURITES = 200;

/** Keeps packs on sale among an account's favourites, with their price of this moment; one that is there already stays as it is. */
@Injectable()
export class AddFavourites {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * How many of `packIds` are among the favourites now; those not on sale are left out, and past the limit those at the end.
   * Throws `favourite.too-many` where there is room for none.
   */
  async run(actor: Actor, packIds: readonly string[]): Promise<number> {
    return this.db.transaction(async (tx) => {
      const { onSale, kept } = await this.add(tx, actor, packIds);
      if (onSale && !kept) throw problem('favourite.too-many');
      return kept;
    });
  }

  private async add(tx: Tx, { accountId }: Actor, packIds: readonly string[]): Promise<{ onSale: number; kept: number }> {
    // Rivals of one account queue up here, or together they would pass the limit.
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`catalogue.favourite ${accountId}`]);
    const [counts] = await sql<{ onSale: number; kept: number }>(
      tx,
      `with wanted as (
         select listing.pack_id, listing.price_vnd, min(nth) as nth from unnest($2::uuid[]) with ordinality as asked (pack_id, nth)
           join catalogue.listing on listing.pack_id = asked.pack_id and published group by listing.pack_id, listing.price_vnd),
       already as (select pack_id from catalogue.favourite where account_id = $1),
       added as (
         insert into catalogue.favourite (account_id, pack_id, price_then_vnd, added_at)
         select $1, pack_id, price_vnd, $3 from wanted where pack_id not in (select pack_id from already)
          order by nth limit greatest(0, ${MOST_FAVOURITES} - (select count(*) from already)) returning pack_id)
       select (select count(*)::int from wanted) as "onSale",
              (select count(*)::int from added) + (select count(*)::int from wanted where pack_id in (select pack_id from already)) as kept`,
      [accountId, packIds, this.clock.now()],
    );
    return counts!;
  }
}
