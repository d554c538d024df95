import { whereOf, type ListFilters } from './filters.js';
import { nearPacks } from './list.sql.js';
import type { SearchQuery } from './search.rules.js';
import { Params, type Statement } from './statement.js';

/** The filters that are offered with counts; each with its column and type. */
const FACETS = [
  ['set', 'set_code', 'text'],
  ['province', 'province_code', 'text'],
  ['stars', 'stars', 'int'],
  ['labelled', 'labelled', 'boolean'],
] as const;
type Facet = (typeof FACETS)[number][0];

const FACTS = 'set_code, province_code, province_name, case when stars_until >= $1::date then stars end as stars, labelled';

/**
 * Counts beside the choices of each facet, under all other filters. Answers one row `{ facets }`, JSON text.
 * A choice's own facet is left out of its filter, so that the other choices of it keep their counts.
 */
export function facetsSql(filters: ListFilters, query: SearchQuery | null, today: string): Statement {
  const params = new Params();
  params.add(today, 'date');
  const where = whereOf(
    params,
    filters,
    FACETS.map(([facet]) => facet),
  );
  let from = `select ${FACTS} from catalogue.listing where ${where}`;
  if (query) {
    const words = params.add(query.words, 'tsquery');
    const near = nearPacks(params, query, words, where);
    from += ` and words @@ ${words} union all select ${FACTS} from (${near}) like_it join catalogue.listing using (pack_id)`;
  }
  const tests = FACETS.flatMap(([facet, column, type]) =>
    filters[facet] === undefined ? [] : [[facet, `${column} = ${params.add(filters[facet], type)}`] as const],
  );
  const under = (own: Facet) => ['true', ...tests.filter(([facet]) => facet !== own).map(([, test]) => test)].join(' and ');
  // Counted once per mix of choices (some thousands at most), then summed per facet.
  const text = `with mix as materialized (
      select set_code, province_code, min(province_name) as province_name, stars, labelled, count(*) as n
        from (${from}) found group by set_code, province_code, stars, labelled)
    select json_build_object(
      'sets', (select coalesce(json_agg(json_build_object('code', set_code, 'count', n) order by length(set_code), set_code), '[]')
                 from (select set_code, sum(n)::int as n from mix where ${under('set')} group by 1) counted),
      'provinces', (select coalesce(json_agg(json_build_object('code', province_code, 'name', province_name, 'count', n) order by n desc, province_code), '[]')
                      from (select province_code, min(province_name) as province_name, sum(n)::int as n from mix where ${under('province')} group by 1) counted),
      'stars', (select coalesce(json_agg(json_build_object('stars', stars, 'count', n) order by stars desc), '[]')
                  from (select stars, sum(n)::int as n from mix where stars is not null and ${under('stars')} group by 1) counted),
      'labelled', json_build_object('count', (select coalesce(sum(n), 0)::int from mix where labelled and ${under('labelled')}))
    )::text as facets`;
  return { name: '', text, params: params.values };
}
