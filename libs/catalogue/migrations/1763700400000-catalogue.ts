import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Catalogue1763700400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...LISTING_INDEXES, NEAR_PACKS]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const TABLES = [
  `create table catalogue.product (
    id uuid not null,
    household_id uuid not null,
    slug text not null,
    name text not null,
    name_key text not null,
    import_key text,
    set_scheme text not null,
    set_code text not null,
    description text not null default '',
    brand_name text,
    brand_owner text,
    brand_licence text,
    standards text,
    shelf_life_days int,
    licence_number text,
    state text not null,
    published_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint "PK_product" primary key (id),
    constraint product_slug unique (slug),
    constraint product_import_key unique (household_id, import_key),
    constraint product_state check (state in ('draft', 'published', 'paused')),
    constraint product_published check (state = 'draft' or published_at is not null),
    constraint product_brand_owner check (brand_owner in ('seller', 'licence')),
    constraint product_shelf_life check (shelf_life_days > 0)
  )`,
  `create index product_household on catalogue.product (household_id, created_at, id)`,
  `create index product_name_key on catalogue.product (household_id, name_key)`,
  `create table catalogue.pack (
    id uuid not null,
    product_id uuid not null,
    position int not null default 0,
    net_content_value numeric(12,3),
    net_content_unit text,
    price_vnd bigint,
    weight_grams int not null,
    created_at timestamptz not null,
    constraint "PK_pack" primary key (id),
    constraint pack_product_fk foreign key (product_id) references catalogue.product (id) on delete cascade,
    constraint pack_net_content check ((net_content_value is null) = (net_content_unit is null) and net_content_value > 0),
    constraint pack_price check (price_vnd > 0),
    constraint pack_weight check (weight_grams > 0)
  )`,
  `create index pack_product on catalogue.pack (product_id, position)`,
  `create table catalogue.image (
    id uuid not null,
    product_id uuid not null,
    key text not null,
    position int not null,
    width int not null,
    height int not null,
    created_at timestamptz not null,
    constraint "PK_image" primary key (id),
    constraint image_product_fk foreign key (product_id) references catalogue.product (id) on delete cascade,
    constraint image_of_product unique (product_id, key),
    constraint image_size check (width > 0 and height > 0)
  )`,
  `create index image_product on catalogue.image (product_id, position, id)`,
  `create table catalogue.recognition (
    id uuid not null,
    product_id uuid not null,
    status text not null,
    source text not null,
    stars int not null,
    authority text,
    decision_number text,
    decision_date date,
    year int,
    issuing_level text not null,
    expires_on date,
    declared_by uuid,
    entered_by uuid,
    entered_at timestamptz,
    confirmed_by uuid,
    confirmed_at timestamptz,
    created_at timestamptz not null,
    constraint "PK_recognition" primary key (id),
    constraint recognition_product_fk foreign key (product_id) references catalogue.product (id) on delete cascade,
    constraint recognition_key unique (product_id, authority, decision_number, decision_date),
    constraint recognition_status check (status in ('declared', 'entered', 'confirmed')),
    constraint recognition_stars check (stars between 3 and 5),
    constraint recognition_issuing_level check (issuing_level in ('district_legacy', 'province', 'central')),
    constraint recognition_source check (source in ('household', 'import', 'official')),
    constraint recognition_two_people check (confirmed_by <> entered_by),
    constraint recognition_whole check (status = 'declared' or (entered_by is not null and authority is not null and decision_number is not null and decision_date is not null and expires_on is not null)),
    constraint recognition_confirmed check ((status = 'confirmed') = (confirmed_by is not null))
  )`,
  // fillfactor leaves room in the page, so that a changed stock count stays beside its old row and touches no index.
  `create table catalogue.listing (
    pack_id uuid not null,
    product_id uuid not null,
    household_id uuid not null,
    published boolean not null,
    labelled boolean not null default false,
    on_hand int not null default 0,
    stars int,
    stars_until date,
    popularity int not null default 0,
    price_vnd bigint,
    published_at timestamptz,
    weight_grams int not null,
    set_code text not null,
    province_code text,
    commune_code text,
    name_folded text not null,
    exact text not null,
    folded text not null,
    words tsvector not null,
    name text not null,
    slug text not null,
    household_name text not null,
    household_slug text not null,
    province_name text,
    net_content text not null,
    brand_name text,
    image_key text,
    card text not null,
    seller jsonb not null,
    label jsonb not null,
    constraint "PK_listing" primary key (pack_id),
    constraint listing_on_hand check (on_hand >= 0),
    constraint listing_stars check ((stars is null) = (stars_until is null)),
    constraint listing_priced check (not published or (price_vnd is not null and published_at is not null and commune_code is not null))
  ) with (fillfactor = 75)`,
  `create index listing_product on catalogue.listing (product_id)`,
  `create index listing_household on catalogue.listing (household_id)`,
];

const SORTS = { price: 'price_vnd', time: 'published_at', popularity: 'popularity, published_at', name: 'name collate "vi-x-icu"' };

const LISTING_INDEXES = [
  // No pending list: a search never has to read unsorted leftovers of a bulk import.
  `create index listing_words on catalogue.listing using gin (words) with (fastupdate = off)`,
  `create index listing_folded on catalogue.listing using gin (folded public.gin_trgm_ops) with (fastupdate = off)`,
  ...Object.entries(SORTS).flatMap(([name, columns]) => [
    `create index listing_by_${name} on catalogue.listing (${columns}, pack_id) where published`,
    `create index listing_set_${name} on catalogue.listing (set_code, ${columns}, pack_id) where published`,
  ]),
  `create index listing_province on catalogue.listing (province_code, commune_code) where published`,
  `create index listing_shop on catalogue.listing (household_slug) where published`,
];

// The packs whose text is like `query` (folded words), for searches in which no pack has every word: one slip of the finger in a word of a
// usual query leaves well over four tenths of its trigrams. Only those nearly as like as the best are kept.
const NEAR_PACKS = `
  create function catalogue.near_packs(query text) returns table (pack_id uuid, likeness real)
  language sql stable parallel safe set pg_trgm.word_similarity_threshold = 0.4 as $$
    select found.pack_id, found.likeness
      from (select listing.pack_id, public.word_similarity(query, listing.folded) as likeness,
                   max(public.word_similarity(query, listing.folded)) over () as best
              from catalogue.listing
             where listing.published and query operator(public.<%) listing.folded
             order by 2 desc, 1 limit 2000) found
     where found.likeness >= found.best - 0.15
  $$`;
