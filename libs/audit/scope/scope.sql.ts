import type { Scope } from './scope.js';

/**
 * The place of a scope as a condition on `province_code` and `commune_code` of the one table (or alias) read; takes four parameters, the first of
 * them `$first`, given by {@link placeParams}.
 */
export function inPlace(first: number): string {
  const [provinces, communes, province, commune] = [0, 1, 2, 3].map((index) => `$${first + index}`);
  return `(${provinces}::text[] is null or province_code = any(${provinces}) or commune_code = any(${communes}::text[]))
    and (${province}::text is null or province_code = ${province}) and (${commune}::text is null or commune_code = ${commune})`;
}

export function placeParams({ area, filters }: Pick<Scope, 'area' | 'filters'>): unknown[] {
  return [area?.provinces ?? null, area?.communes ?? null, filters.province ?? null, filters.commune ?? null];
}
