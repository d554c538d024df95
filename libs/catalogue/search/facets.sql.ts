import { clauseOf, whereOf, type ListFilters } from './filters.js';
import { nearPacks } from './list.sql.js';
import type { SearchQuery } from './search.rules.js';
import { Params, type Statement } from './statement.js';

/** The filters that are offered with counts. */
const FACETS = ['set', 'province', 'stars', 'labelled'] as const;
type Facet = (typeof FACETS)[number];

/**
 * Counts beside the choices of each facet, under all other filters. Answers one row `{ facets }`, JSON text.
 * A choice's own facet is left out of its filter, so that the other choices of it keep their counts.
 */
export function facetsSql(filters: ListFilters, query: SearchQuery | null, today: string): Statement {
  const params = new Params();
  params.add(today, 'date');
  const where = whereOf(params, filters, FACETS);
  const tests = FACETS.map((facet) => `${filters[facet] === undefined ? 'true' : clauseOf(params, facet, filters)} as in_${facet}`);
  const columns = `set_code, province_code, province_name, case when stars_until >= $1::date then stars end as stars, labelled, ${tests.join(', ')}`;
  let from = `select ${columns} from catalogue.listing where ${where}`;
  if (query) {
    const words = params.add(query.words, 'tsquery');
    const near = nearPacks(words, params.add(query.folded, 'text'), where);
    from += ` and words @@ ${words} union all select ${columns} from (${near}) like_it join catalogue.listing using (pack_id)`;
  }
  const others = (own: Facet) =>
    FACETS.filter((facet) => facet !== own)
      .map((facet) => `in_${facet}`)
      .join(' and ');
  const text = `with found as materialized (${from})
    select json_build_object(
      'sets', (select coalesce(json_agg(json_build_object('code', set_code, 'count', n) order by length(set_code), set_code), '[]')
                 from (select set_code, count(*) as n from found where ${others('set')} group by 1) counted),
      'provinces', (select coalesce(json_agg(json_build_object('code', province_code, 'name', province_name, 'count', n) order by n desc, province_code), '[]')
                      from (select province_code, min(province_name) as province_name, count(*) as n from found where ${others('province')} group by 1) counted),
      'stars', (select coalesce(json_agg(json_build_object('stars', stars, 'count', n) order by stars desc), '[]')
                  from (select stars, count(*) as n from found where stars is not null and ${others('stars')} group by 1) counted),
      'labelled', json_build_object('count', (select count(*) from found where labelled and ${others('labelled')}))
    )::text as facets`;
  return { name: '', text, params: params.values };
}
