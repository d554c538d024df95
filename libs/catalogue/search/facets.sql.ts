import { IN_SEASON, usedFilters, whereOf, type ListFilters } from './filters.js';
import { guessedRows, type Guesses } from './guesses.sql.js';
import type { SearchQuery } from './search.rules.js';
import { Params, type Statement } from './statement.js';

/** Prices at which a new band begins, in đồng. */
const PRICE_STEPS = [50_000, 100_000, 200_000, 500_000];

/** The filters that are offered with counts, each with the type of its column. Price bands are counted too, under two filters of their own. */
const TYPES = { set: 'text', province: 'text', stars: 'int', labelled: 'boolean', inSeason: 'boolean' } as const;
const FACETS = Object.keys(TYPES) as (keyof typeof TYPES)[];
const PRICES = ['minPriceVnd', 'maxPriceVnd'] as const;

type Counted = keyof typeof TYPES | 'price';

const COLUMNS: Record<Counted, string> = {
  set: 'set_code',
  province: 'province_code',
  stars: 'stars',
  labelled: 'labelled',
  inSeason: 'in_season',
  price: 'band',
};
const COUNTED = Object.keys(COLUMNS) as Counted[];
const BAND = `width_bucket(price_vnd, array[${PRICE_STEPS.join(', ')}]::bigint[])`;
const BAND_LIMITS = `(values ${[0, ...PRICE_STEPS].map((from, band) => `(${band}, ${from}, ${PRICE_STEPS[band] ? PRICE_STEPS[band] - 1 : 'null::int'})`).join(', ')}) as limits (band, min_vnd, max_vnd)`;

/** Which listings are counted: all that pass the filters, those with the words of a query, or those guessed. */
interface Counting {
  filters: ListFilters;
  query: SearchQuery | null;
  guesses: Guesses | null;
}

/**
 * Counts beside the choices of each facet, under all other filters. Answers one row `{ facets }`, JSON text.
 * A choice's own facet is left out of its filter, so that the other choices of it keep their counts.
 */
export function facetsSql(filters: ListFilters, today: string, query: SearchQuery | null, guesses: Guesses | null = null): Statement {
  const params = new Params();
  params.add(today, 'date');
  const counting = { filters, query, guesses };
  const facts = `set_code, province_code, province_name, case when stars_until >= $1::date then stars end as stars, labelled,
    ${IN_SEASON} as in_season, ${BAND} as band, price_vnd`;
  const from = rowsOf(params, facts, counting, [...FACETS, ...PRICES]);
  const tests = testsOf(params, filters);
  const count = (own?: Counted): string => {
    const under = [...tests].flatMap(([facet, test]) => (facet === own ? [] : [test]));
    return `count(*)${under.length ? ` filter (where ${under.join(' and ')})` : ''}::int`;
  };
  // One pass over the rows, counted by each facet at once. `n` is under all filters, `n_…` under all but the facet's own.
  const counts = [`${count()} as n`, ...[...tests.keys()].map((facet) => `${count(facet)} as ${nameOfCount(facet)}`)];
  const columns = COUNTED.map((facet) => COLUMNS[facet]);
  const each = (own: Counted, item: string, order: string): string => {
    const n = tests.has(own) ? nameOfCount(own) : 'n';
    const kept = `${n} > 0 and ${COLUMNS[own]} is not null and ${isOf(own)}`;
    return `coalesce(json_agg(json_build_object(${item}, 'count', ${n}) order by ${order.replace('#', n)}) filter (where ${kept}), '[]')`;
  };
  const yes = (own: Counted): string =>
    `json_build_object('count', coalesce(sum(${tests.has(own) ? nameOfCount(own) : 'n'}) filter (where ${COLUMNS[own]} and ${isOf(own)}), 0))`;
  const text = `select json_build_object(
      'sets', ${each('set', `'code', set_code`, 'length(set_code), set_code')},
      'provinces', ${each('province', `'code', province_code, 'name', province_name`, '# desc, province_code')},
      'communes', ${communes(params, counting)},
      'stars', ${each('stars', `'stars', stars`, 'stars desc')},
      'prices', ${each('price', `'minPriceVnd', min_vnd, 'maxPriceVnd', max_vnd`, 'band')},
      'labelled', ${yes('labelled')},
      'inSeason', ${yes('inSeason')}
    )::text as facets
    from (select ${columns.join(', ')}, min(province_name) as province_name, grouping(${columns.join(', ')}) as others, ${counts.join(', ')}
            from (${from}) found group by grouping sets (${columns.map((column) => `(${column})`).join(', ')})) counted
    left join ${BAND_LIMITS} using (band)`;
  return { name: nameOf(counting), text, params: params.values };
}

/** The tests of the filters that are facets themselves, by facet. */
function testsOf(params: Params, filters: ListFilters): Map<Counted, string> {
  const tests = new Map<Counted, string>();
  for (const facet of FACETS)
    if (filters[facet] !== undefined) tests.set(facet, `${COLUMNS[facet]} = ${params.add(filters[facet], TYPES[facet])}`);
  const prices = PRICES.filter((name) => filters[name] !== undefined).map(
    (name) => `price_vnd ${name === 'minPriceVnd' ? '>=' : '<='} ${params.add(filters[name], 'bigint')}`,
  );
  return prices.length ? tests.set('price', prices.join(' and ')) : tests;
}

function nameOfCount(facet: Counted): string {
  return `n_${facet.toLowerCase()}`;
}

/** SQL: the row is a count of this facet. `others` has a bit for each facet that is summed over, the first one highest. */
function isOf(facet: Counted): string {
  const all = 2 ** COUNTED.length - 1;
  return `others = ${all - 2 ** (COUNTED.length - 1 - COUNTED.indexOf(facet))}`;
}

/** The communes of the chosen province, under all other filters; none before a province is chosen. */
function communes(params: Params, counting: Counting): string {
  if (counting.filters.province === undefined) return `'[]'::json`;
  const from = rowsOf(params, 'commune_code, commune_name', counting, ['commune']);
  return `(select coalesce(json_agg(json_build_object('code', commune_code, 'name', commune_name, 'count', n) order by n desc, commune_code), '[]')
             from (select commune_code, min(commune_name) as commune_name, count(*)::int as n from (${from}) found group by 1) counted)`;
}

/** The listings that are counted, without regard to some filters. */
function rowsOf(params: Params, columns: string, { filters, query, guesses }: Counting, without: readonly (keyof ListFilters)[]): string {
  const where = whereOf(params, filters, without);
  if (guesses) return `select ${columns} from ${guessedRows(params, guesses)} join catalogue.listing using (pack_id) where ${where}`;
  const words = query ? ` and words @@ ${params.addWords(query.words)}` : '';
  return `select ${columns} from catalogue.listing where ${where}${words}`;
}

/** As with lists, usual shapes are kept prepared: planning a count costs as much as counting some hundred packs. */
function nameOf({ filters, query, guesses }: Counting): string {
  const used = usedFilters(filters);
  if (used.length > 1) return '';
  return `catalogue.facets.${used.join('.')}.${guesses ? 'guessed' : query ? 'found' : 'all'}`;
}
