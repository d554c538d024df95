import { cutOffOf } from '../../periods/audit-period.rules.js';
import type { Scope } from '../../scope/scope.js';
import { inPlace, placeParams } from '../../scope/scope.sql.js';
import { methodFor } from '../indicator.js';
import { LABELLED_METHODS } from './labelled-methods.js';

/** Which rows of `audit.traded_line` indicator 12 counts for a scope, as the facts stand; parameters by {@link tradedParams}. */
export const TRADED = `not service and delivered_at >= $1 and delivered_at < $2 and (returned_at is null or returned_at >= $3)
  and ($4::uuid is null or household_id = $4) and ($5::uuid is null or product_id = $5) and ($6::text is null or set_code = $6) and ${inPlace(7)}`;
/** The first parameter after those. */
export const AFTER_TRADED = 11;

export function tradedParams(scope: Scope): unknown[] {
  const { period, filters } = scope;
  const { returnDays } = methodFor({ methods: LABELLED_METHODS }, period);
  const things = [filters.household ?? null, filters.product ?? null, filters.set ?? null];
  return [period.from, period.until, cutOffOf(period, returnDays), ...things, ...placeParams(scope)];
}
