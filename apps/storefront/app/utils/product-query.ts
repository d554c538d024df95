import type { LocationQuery } from 'vue-router';

export const SORTS = ['relevance', 'popular', 'newest', 'price', '-price', 'nearest'] as const;

/** The filters of a product list, as they stand in the address (interfaces.md), and what each may look like. */
const FILTERS: Record<string, RegExp> = {
  q: /^.{1,200}$/su,
  set: /^\d{1,2}$/,
  province: /^\d{2}$/,
  commune: /^\d{5}$/,
  stars: /^[345]$/,
  minPriceVnd: /^\d{1,12}$/,
  maxPriceVnd: /^\d{1,12}$/,
  labelled: /^true$/,
  inSeason: /^true$/,
  sort: /^(relevance|popular|newest|nearest|-?price)$/,
  near: /^\d{2}$/,
  cursor: /^.{1,1000}$/s,
};

/** What a list may be found by in search engines, in the order of its one right address. */
export const LISTED_BY: readonly string[] = ['set', 'province'];

/** Query names that choose what a list shows. */
export const FILTER_NAMES: readonly string[] = Object.keys(FILTERS);

/** The filters set in an address. Empty and impossible ones are as good as not set, so a mistyped address still shows a list. */
export function productFilters(query: LocationQuery): Record<string, string> {
  const filters: Record<string, string> = {};
  for (const [name, shape] of Object.entries(FILTERS)) {
    const given = query[name];
    const value = (Array.isArray(given) ? given[0] : given)?.trim();
    if (value && shape.test(value)) filters[name] = value;
  }
  return filters;
}

/** Filters that mean nothing without another. */
const BOUND: Record<string, string> = { commune: 'province' };

/** The same list with some filters changed (undefined: taken off), from its first page. A commune goes with its province. */
export function withFilters(filters: Record<string, string>, changes: Record<string, string | undefined>): Record<string, string> {
  const changed: Record<string, string | undefined> = { ...filters, cursor: undefined };
  for (const [name, needed] of Object.entries(BOUND)) if (needed in changes) changed[name] = undefined;
  Object.assign(changed, changes);
  return Object.fromEntries(Object.entries(changed).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** What the API is asked for: "nearest" only once it is known to what. */
export function listQuery(filters: Record<string, string>): Record<string, string> {
  const { sort, ...rest } = filters;
  return sort && (sort !== 'nearest' || rest.near) ? filters : rest;
}

/** The part of a list's address by which it may be found: `?set=13&province=68`, or nothing. */
export function listedBy(query: LocationQuery): string {
  const filters = productFilters(query);
  const kept = LISTED_BY.filter((name) => filters[name]).map((name) => `${name}=${filters[name]}`);
  return kept.length ? `?${kept.join('&')}` : '';
}
