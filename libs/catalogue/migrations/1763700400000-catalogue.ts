import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Catalogue1763700400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [EDIT_DISTANCE, ...TABLES, ...LISTING_INDEXES, LETTERS_OF, NEAR_WORDS, NEAR_PACKS])
      await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const EDIT_DISTANCE = 'create extension if not exists fuzzystrmatch schema public';

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
  `create table catalogue.word (
    word text not null,
    product_id uuid not null,
    constraint "PK_word" primary key (word, product_id),
    constraint word_product_fk foreign key (product_id) references catalogue.product (id) on delete cascade
  )`,
  `create index listing_product on catalogue.listing (product_id)`,
  `create index listing_household on catalogue.listing (household_id)`,
];

const SORTS = { price: 'price_vnd', time: 'published_at', popularity: 'popularity, published_at', name: 'name collate "vi-x-icu"' };

const LISTING_INDEXES = [
  // No pending list: a search never has to read unsorted leftovers of a bulk import.
  `create index listing_words on catalogue.listing using gin (words) with (fastupdate = off)`,
  `create index listing_likeness on catalogue.listing using gin (name_folded public.gin_trgm_ops) with (fastupdate = off)`,
  ...Object.entries(SORTS).flatMap(([name, columns]) => [
    `create index listing_by_${name} on catalogue.listing (${columns}, pack_id) where published`,
    `create index listing_set_${name} on catalogue.listing (set_code, ${columns}, pack_id) where published`,
  ]),
  `create index listing_province on catalogue.listing (province_code, commune_code) where published`,
  // Facet counts read this and not the wide rows.
  `create index listing_facets on catalogue.listing (set_code, province_code) include (province_name, stars, stars_until, labelled) where published`,
  `create index listing_shop on catalogue.listing (household_slug) where published`,
];

// For searches in which no pack has every word. First, one slip: one word of the query stands for a known word one letter away (another,
// missing, surplus or swapped letter). Only where that finds nothing: names whose trigrams are like the query's ("caphe"), those nearly as like
// as the best. Words with digits and words under three letters have too many neighbours to be guessed at.
const NEAR_PACKS = `
  create function catalogue.near_packs(query text) returns table (pack_id uuid, likeness real)
  language plpgsql stable rows 100 set pg_trgm.word_similarity_threshold = 0.4 as $$
  #variable_conflict use_column
  declare
    typed text[] := string_to_array(query, ' ');
    one_slip text;
  begin
    select string_agg(variant, ' | ') into one_slip
      from (select '(' || string_agg(case when other.n = slip.n then near.words else quote_literal(other.word) end, ' & ') || ')' as variant
              from unnest(typed) with ordinality as slip (word, n)
              cross join lateral catalogue.near_words(slip.word) as near (words)
              cross join unnest(typed) with ordinality as other (word, n)
             where near.words is not null
             group by slip.n) variants;
    return query
      select found.pack_id, public.word_similarity(query, found.name_folded)
        from (select pack_id, name_folded from catalogue.listing where published and words @@ one_slip::tsquery limit 2000) found;
    if found then return; end if;
    return query
      select best.pack_id, best.likeness
        from (select near.pack_id, near.likeness, max(near.likeness) over () as most
                from (select pack_id, public.word_similarity(query, name_folded) as likeness
                        from catalogue.listing where published and query operator(public.<%) name_folded offset 0) near) best
       where best.likeness >= best.most - 0.15
       order by 2 desc, 1 limit 2000;
  end $$`;

const NEAR_WORDS = `
  create function catalogue.near_words(typed text) returns text language sql stable as $$
    select '(' || string_agg(quote_literal(word), ' | ') || ')'
      from (select distinct word from catalogue.word
             where length(typed) between 3 and 40 and typed !~ '[0-9]' and word <> typed
               and length(word) between length(typed) - 1 and length(typed) + 1
               and case public.levenshtein_less_equal(word, typed, 2)
                     when 1 then true
                     when 2 then length(word) = length(typed) and catalogue.letters_of(word) = catalogue.letters_of(typed)
                     else false end
             order by word limit 40) near
  $$`;

const LETTERS_OF = `
  create function catalogue.letters_of(word text) returns text language sql immutable as $$
    select string_agg(letter, '' order by letter) from unnest(string_to_array(word, null)) as letter
  $$`;
