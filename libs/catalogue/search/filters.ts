import type { Params } from './statement.js';

/** What a list may be narrowed by. Absent means any. */
export interface ListFilters {
  set?: string;
  province?: string;
  commune?: string;
  stars?: number;
  minPriceVnd?: number;
  maxPriceVnd?: number;
  labelled?: boolean;
  inSeason?: boolean;
  /** Slug of a household. */
  household?: string;
  /** Ways in which one barcode may be printed; not a choice of the shop's pages, but what digits typed into the search become. */
  barcode?: readonly string[];
}

/** SQL of whether a listing is in season in the month of `$1`, today. */
export const IN_SEASON = '(season_months >> (extract(month from $1::date)::int - 1)) & 1 = 1';

type Clause = (params: Params, value: never) => string;

/** Conditions on a row of `catalogue.listing`; `$1` is today. */
const CLAUSES: Record<keyof ListFilters, Clause> = {
  set: (params, value) => `set_code = ${params.add(value, 'text')}`,
  province: (params, value) => `province_code = ${params.add(value, 'text')}`,
  commune: (params, value) => `commune_code = ${params.add(value, 'text')}`,
  stars: (params, value) => `stars = ${params.add(value, 'int')} and stars_until >= $1::date`,
  minPriceVnd: (params, value) => `price_vnd >= ${params.add(value, 'bigint')}`,
  maxPriceVnd: (params, value) => `price_vnd <= ${params.add(value, 'bigint')}`,
  labelled: (params, value) => `labelled = ${params.add(value, 'boolean')}`,
  inSeason: (params, value) => `(${IN_SEASON}) = ${params.add(value, 'boolean')}`,
  household: (params, value) => `household_slug = ${params.add(value, 'text')}`,
  barcode: (params, value) => `label #>> '{barcode,number}' = any(${params.add(value, 'text[]')})`,
};
const FILTERS = Object.keys(CLAUSES) as (keyof ListFilters)[];

/** The filters that are set, in a fixed order. */
export function usedFilters(filters: ListFilters): (keyof ListFilters)[] {
  return FILTERS.filter((name) => filters[name] !== undefined && filters[name] !== null);
}

/** `published and …` with every filter that is set, except those of `without`. */
export function whereOf(params: Params, filters: ListFilters, without: readonly (keyof ListFilters)[] = []): string {
  const names = usedFilters(filters).filter((name) => !without.includes(name));
  return ['published', ...names.map((name) => CLAUSES[name](params, filters[name] as never))].join(' and ');
}
