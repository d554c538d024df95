import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When each pack was on sale, and with a complete label: officials count how far products come. */
export class PackOffers1767005000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const STATEMENTS = [
  `create table catalogue.pack_offer (
     pack_id uuid not null,
     at timestamptz not null,
     product_id uuid not null,
     household_id uuid not null,
     province_code text,
     commune_code text,
     set_code text not null,
     on_sale boolean not null,
     labelled boolean not null,
     constraint "PK_pack_offer" primary key (pack_id, at),
     constraint pack_offer_labelled check (on_sale or not labelled)
   )`,
  // What happened before was not kept by pack: when its product was in the shop, under the place and set of today.
  `insert into catalogue.pack_offer (pack_id, at, product_id, household_id, province_code, commune_code, set_code, on_sale, labelled)
   select listing.pack_id, display.at, listing.product_id, listing.household_id, listing.province_code, listing.commune_code, listing.set_code,
          display.on_sale, false
     from catalogue.listing join catalogue.product_display display using (product_id)`,
  // Of labels nothing is known but today's.
  `insert into catalogue.pack_offer (pack_id, at, product_id, household_id, province_code, commune_code, set_code, on_sale, labelled)
   select pack_id, greatest(now(), last.at + interval '1 millisecond'), product_id, household_id, listing.province_code, listing.commune_code,
          listing.set_code, published, published and labelled
     from catalogue.listing
     left join lateral (select at, on_sale from catalogue.pack_offer where pack_id = listing.pack_id order by at desc limit 1) last on true
    where published <> coalesce(last.on_sale, false) or (published and labelled)`,
];
