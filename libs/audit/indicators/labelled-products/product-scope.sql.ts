import type { Scope } from '../../scope/scope.js';
import { inPlace, placeParams } from '../../scope/scope.sql.js';

/** Which rows of `audit.product_period` or `audit.product_gap` a scope covers; parameters by {@link productParams}. */
export const IN_SCOPE = `period = $1 and version = $2 and ($3::uuid is null or household_id = $3) and ($4::uuid is null or product_id = $4)
  and ($5::text is null or set_code = $5) and ${inPlace(6)}`;

const FLAGS = ['compliant', 'strict', 'checked', 'brand', 'barcode', 'gtin', 'origin'].flatMap((flag) => [flag, `net_${flag}`]);

/**
 * One row per product (and `code`, where the rows of `cell` carry one) with its flags and sums. A product sold from two places, or under two sets, counts
 * once, and a flag only when it holds for all its rows. Nearly all have one row, which is taken as it is: grouping a hundred thousand would cost more
 * than everything else.
 */
export function perProduct(sums: readonly string[], code?: { largest: readonly string[] }): string {
  const largest = code?.largest ?? [];
  const key = code ? 'code, ' : '';
  const grouped = [
    ...FLAGS.map((flag) => `bool_and(${flag}) as ${flag}`),
    ...sums.map((sum) => `sum(${sum})::bigint as ${sum}`),
    ...largest.map((column) => `max(${column}) as ${column}`),
  ];
  return `
    select ${key}${[...FLAGS, ...sums, ...largest].join(', ')} from cell where sole
    union all
    select ${key}${grouped.join(', ')} from cell where not sole group by ${key}product_id`;
}

export function productParams(scope: Scope): unknown[] {
  const { period, version, filters } = scope;
  return [period.key, version, filters.household ?? null, filters.product ?? null, filters.set ?? null, ...placeParams(scope)];
}
