import { Injectable } from '@nestjs/common';
import { Clock, Events, sql, type Tx } from '@choxa/platform';
import { PackOffered } from '../catalogue.events.js';
import { OFFER_COLUMNS, toOffer, type OfferRow } from './offer-facts.js';

/** Notes and tells how packs stand in the shop, where they stand otherwise than before. */
@Injectable()
export class NoteOffers {
  constructor(
    private readonly clock: Clock,
    private readonly events: Events,
  ) {}

  /** The caller has just written the packs' listings: while it holds their rows nobody else notes anything of them. */
  async run(tx: Tx, packIds: readonly string[]): Promise<void> {
    const noted = await sql<OfferRow>(tx, NOTE, [packIds, this.clock.now()]);
    await this.events.publishAll(tx, PackOffered, noted.map(toOffer));
  }
}

// One moment has one state: what comes within the same millisecond is noted in the next.
const NOTE = `
  insert into catalogue.pack_offer (pack_id, at, product_id, household_id, province_code, commune_code, set_code, on_sale, labelled)
  select pack_id, greatest($2::timestamptz, last.at + interval '1 millisecond'), product_id, household_id,
         case when published then listing.province_code else last.province_code end,
         case when published then listing.commune_code else last.commune_code end,
         case when published then listing.set_code else last.set_code end, published, published and listing.labelled
    from catalogue.listing
    left join lateral (
      select at, on_sale, labelled, province_code, commune_code, set_code from catalogue.pack_offer
       where pack_id = listing.pack_id order by at desc limit 1) last on true
   where pack_id = any($1::uuid[])
     and case when published
           then (true, listing.labelled, listing.province_code, listing.commune_code, listing.set_code)
             is distinct from (last.on_sale, last.labelled, last.province_code, last.commune_code, last.set_code)
           else coalesce(last.on_sale, false) end
  returning ${OFFER_COLUMNS}`;
