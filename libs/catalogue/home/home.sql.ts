import { CARD_ITEM } from '../listing/card.js';
import { closedUntilSql } from '../listing/closure.sql.js';
import { IN_SEASON } from '../search/filters.js';
import type { Statement } from '../search/statement.js';

/** A section looks at no more packs than this before it spreads them over products and households. */
const MOST_CANDIDATES = 200;
/** Of one household in a section over the whole country, so that nobody fills the home page. */
const MOST_OF_ONE_HOUSEHOLD = 2;

const POPULAR = 'popularity desc, published_at desc, pack_id desc';
/** `$1` is today. */
const OPEN = `(${closedUntilSql('seller', '$1')}) is null`;
const NEWEST = 'published_at desc, pack_id desc';

/**
 * What is on sale, counted: one row `{ counts }`, an object with `facts`, `sets` (each with the picture of its most bought product) and `provinces`.
 * A product counts as labelled when all its packs are.
 */
export const HOME_COUNTS: Statement = {
  name: 'catalogue.home-counts',
  params: [],
  text: `with product as materialized (
      select product_id, household_id, set_code, province_code, min(province_name) as province_name, bool_and(labelled) as labelled,
             max(popularity) as popularity, min(image_key) as image_key, min(published_at) as published_at
        from catalogue.listing where published group by product_id, household_id, set_code, province_code)
    select json_build_object(
      'facts', (select json_build_object('products', count(*), 'households', count(distinct household_id),
                  'provinces', count(distinct province_code), 'labelled', count(*) filter (where labelled)) from product),
      'sets', (select coalesce(json_agg(json_build_object('code', set_code, 'count', n, 'imageKey', image_key) order by n desc, length(set_code), set_code), '[]')
                 from (select set_code, count(*) as n, (array_agg(image_key order by popularity desc, product_id) filter (where image_key is not null))[1] as image_key
                         from product group by set_code) counted),
      'provinces', (select coalesce(json_agg(json_build_object('code', province_code, 'name', province_name, 'products', n) order by n desc, province_code), '[]')
                      from (select province_code, min(province_name) as province_name, count(*) as n
                              from product group by province_code) counted)) as counts`,
};

/**
 * The sections of goods: one row with a JSON array of list items as text per section. Only what can be bought now, each product once.
 *
 * @param today `YYYY-MM-DD`, local
 * @param ofWeek code of the province of the week, or null
 * @param near code of the province the shopper chose, or null
 */
export function homeSectionsSql(today: string, ofWeek: string | null, near: string | null): Statement {
  const sections = {
    inSeason: section(IN_SEASON, POPULAR, 4),
    popular: section('true', POPULAR, 8),
    fiveStars: section('stars = 5 and stars_until >= $1::date', POPULAR, 4),
    ofWeek: section('province_code = $2::text', POPULAR, 4, 4),
    near: section('province_code = $3::text', POPULAR, 4, 4),
    newest: section('true', NEWEST, 4),
  };
  const columns = Object.entries(sections).map(([name, text]) => `${text} as "${name}"`);
  return {
    name: 'catalogue.home-sections',
    text: `select ${columns.join(', ')}, ${NEW_HOUSEHOLDS} as "newHouseholds"`,
    params: [today, ofWeek, near],
  };
}

function section(where: string, order: string, limit: number, ofOneHousehold = MOST_OF_ONE_HOUSEHOLD): string {
  return `(select '[' || coalesce(string_agg(item, ',' order by place), '') || ']' from (
      select ${CARD_ITEM} as item, row_number() over (order by ${order}) as place from (
        select *, row_number() over (partition by household_id order by ${order}) as of_household from (
          select *, row_number() over (partition by product_id order by ${order}) as of_product
            from (select * from catalogue.listing where published and on_hand > 0 and ${OPEN} and ${where} order by ${order} limit ${MOST_CANDIDATES}) candidate) pack
         where of_product = 1) product
       where of_household <= ${ofOneHousehold} order by ${order} limit ${limit}) shown)`;
}

/** Households whose first product went on sale last. */
const NEW_HOUSEHOLDS = `(select coalesce(json_agg(json_build_object('slug', household_slug, 'name', household_name, 'place', seller -> 'place', 'since', since,
      'products', products, 'imageKey', image_key) order by since desc, household_id), '[]') from (
    select household_id, min(published_at) as since, count(distinct product_id) as products,
           (array_agg(image_key order by popularity desc, pack_id) filter (where image_key is not null))[1] as image_key,
           (array_agg(household_slug))[1] as household_slug, (array_agg(household_name))[1] as household_name, (array_agg(seller))[1] as seller
      from catalogue.listing where published and on_hand > 0 group by household_id order by since desc, household_id limit 4) newest)`;
