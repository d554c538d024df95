import { IN_SEASON, whereOf, type ListFilters } from './filters.js';
import { nearPacks } from './list.sql.js';
import type { SearchQuery } from './search.rules.js';
import { Params, type Statement } from './statement.js';

/** Prices at which a new band begins, in đồng. */
const PRICE_STEPS = [50_000, 100_000, 200_000, 500_000];

/** The filters that are offered with counts; each with its column in `mix` and its type. */
const FACETS = [
  ['set', 'set_code', 'text'],
  ['province', 'province_code', 'text'],
  ['stars', 'stars', 'int'],
  ['labelled', 'labelled', 'boolean'],
  ['inSeason', 'in_season', 'boolean'],
] as const;
type Facet = (typeof FACETS)[number][0];
const PRICES = ['minPriceVnd', 'maxPriceVnd'] as const;

const BAND = `width_bucket(price_vnd, array[${PRICE_STEPS.join(', ')}]::bigint[])`;
const BAND_LIMITS = `(values ${[0, ...PRICE_STEPS].map((from, band) => `(${band}, ${from}, ${PRICE_STEPS[band] ? PRICE_STEPS[band] - 1 : 'null::int'})`).join(', ')}) as band (band, min_vnd, max_vnd)`;

/**
 * Counts beside the choices of each facet, under all other filters. Answers one row `{ facets }`, JSON text.
 * A choice's own facet is left out of its filter, so that the other choices of it keep their counts.
 */
export function facetsSql(filters: ListFilters, query: SearchQuery | null, today: string): Statement {
  const params = new Params();
  params.add(today, 'date');
  const where = whereOf(params, filters, [...FACETS.map(([facet]) => facet), ...PRICES]);
  const priced = PRICES.filter((name) => filters[name] !== undefined);
  const within = [
    'true',
    ...priced.map((name) => `price_vnd ${name === 'minPriceVnd' ? '>=' : '<='} ${params.add(filters[name], 'bigint')}`),
  ];
  const facts = `set_code, province_code, province_name, case when stars_until >= $1::date then stars end as stars, labelled,
    ${IN_SEASON} as in_season, ${BAND} as band, ${within.join(' and ')} as priced`;
  const from = foundRows(params, facts, where, query);
  const tests = FACETS.flatMap(([facet, column, type]) =>
    filters[facet] === undefined ? [] : [[facet, `${column} = ${params.add(filters[facet], type)}`] as const],
  );
  const under = (own: Facet | 'price') =>
    [own === 'price' ? 'true' : 'priced', ...tests.filter(([facet]) => facet !== own).map(([, test]) => test)].join(' and ');
  // Counted once per mix of choices (some thousands at most), then summed per facet.
  const text = `with mix as materialized (
      select set_code, province_code, min(province_name) as province_name, stars, labelled, in_season, band, priced, count(*) as n
        from (${from}) found group by set_code, province_code, stars, labelled, in_season, band, priced)
    select json_build_object(
      'sets', (select coalesce(json_agg(json_build_object('code', set_code, 'count', n) order by length(set_code), set_code), '[]')
                 from (select set_code, sum(n)::int as n from mix where ${under('set')} group by 1) counted),
      'provinces', (select coalesce(json_agg(json_build_object('code', province_code, 'name', province_name, 'count', n) order by n desc, province_code), '[]')
                      from (select province_code, min(province_name) as province_name, sum(n)::int as n from mix where ${under('province')} group by 1) counted),
      'communes', ${communes(params, filters, query)},
      'stars', (select coalesce(json_agg(json_build_object('stars', stars, 'count', n) order by stars desc), '[]')
                  from (select stars, sum(n)::int as n from mix where stars is not null and ${under('stars')} group by 1) counted),
      'prices', (select coalesce(json_agg(json_build_object('minPriceVnd', min_vnd, 'maxPriceVnd', max_vnd, 'count', n) order by band), '[]')
                   from (select band, sum(n)::int as n from mix where ${under('price')} group by 1) counted join ${BAND_LIMITS} using (band)),
      'labelled', json_build_object('count', (select coalesce(sum(n), 0)::int from mix where labelled and ${under('labelled')})),
      'inSeason', json_build_object('count', (select coalesce(sum(n), 0)::int from mix where in_season and ${under('inSeason')}))
    )::text as facets`;
  return { name: '', text, params: params.values };
}

/** The communes of the chosen province, under all other filters; none before a province is chosen. */
function communes(params: Params, filters: ListFilters, query: SearchQuery | null): string {
  if (filters.province === undefined) return `'[]'::json`;
  const from = foundRows(params, 'commune_code, commune_name', whereOf(params, filters, ['commune']), query);
  return `(select coalesce(json_agg(json_build_object('code', commune_code, 'name', commune_name, 'count', n) order by n desc, commune_code), '[]')
             from (select commune_code, min(commune_name) as commune_name, count(*)::int as n from (${from}) found group by 1) counted)`;
}

/** The listings that pass `where` and answer the query, or are guessed to. */
function foundRows(params: Params, columns: string, where: string, query: SearchQuery | null): string {
  const all = `select ${columns} from catalogue.listing where ${where}`;
  if (!query) return all;
  const words = params.add(query.words, 'tsquery');
  const near = nearPacks(params, query, words, where);
  return `${all} and words @@ ${words} union all select ${columns} from (${near}) like_it join catalogue.listing using (pack_id)`;
}
