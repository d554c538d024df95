import type { Scope } from '../../scope/scope.js';
import { inPlace, placeParams } from '../../scope/scope.sql.js';

/** Which rows of `audit.product_period` or `audit.product_gap` a scope covers; parameters by {@link productParams}. */
export const IN_SCOPE = `period = $1 and version = $2 and ($3::uuid is null or household_id = $3) and ($4::uuid is null or product_id = $4)
  and ($5::text is null or set_code = $5) and ${inPlace(6)}`;

export function productParams(scope: Scope): unknown[] {
  const { period, version, filters } = scope;
  return [period.key, version, filters.household ?? null, filters.product ?? null, filters.set ?? null, ...placeParams(scope)];
}
