import { cutOffOf } from '../../periods/audit-period.rules.js';
import type { Scope } from '../../scope/scope.js';
import { inPlace, placeParams } from '../../scope/scope.sql.js';
import { methodFor } from '../indicator.js';
import { LABELLED_METHODS } from './labelled-methods.js';

const IN_SCOPE = `not service and delivered_at >= $1 and delivered_at < $2
  and ($3::uuid is null or household_id = $3) and ($4::uuid is null or product_id = $4) and ($5::text is null or set_code = $5) and ${inPlace(6)}`;

/** Lines to read from, with the parameters of their SQL; those of the reader come after. */
export interface TradedLines {
  /** What follows `from`: rows of `audit.traded_line` with `self_dealt`. */
  readonly table: string;
  readonly params: readonly unknown[];
}

/** The lines indicator 12 counts for a scope: as the facts stand or, of a closed version, those that counted when it was closed. */
export function tradedLines(scope: Scope): TradedLines {
  const { period, version, area, filters } = scope;
  const params = [
    period.from,
    period.until,
    filters.household ?? null,
    filters.product ?? null,
    filters.set ?? null,
    ...placeParams(scope),
  ];
  const { returnDays } = methodFor({ methods: LABELLED_METHODS }, period);
  const ofCommunes = filters.commune || area?.communes.length ? OF_COMMUNES : '';
  return version
    ? { table: closed(ofCommunes), params: [...params, period.key, version] }
    : { table: live(ofCommunes), params: [...params, period.key, version, cutOffOf(period, returnDays)] };
}

// Lines have no index by commune; the products sold from a few communes are found in their totals.
const OF_COMMUNES = `and product_id in (
  select product_id from audit.product_period where period = $10 and version = $11 and ${inPlace(6)})`;

const live = (which: string) => `(
  select *, cardinality(self_dealing) > 0 as self_dealt from audit.traded_line
   where ${IN_SCOPE} and (returned_at is null or returned_at >= $12) and $10::text is not null and $11::int is not null ${which}
) traded`;

// Each line is looked up in what was kept of its product (`offset 0`): joined at once, all lines of the period would be read for a page of them.
const closed = (which: string) => `(
  select line.*, kept.self_dealt from audit.traded_line line
   cross join lateral (
     select line_id = any(self_dealing_ids) as self_dealt from audit.period_line
      where period = $10 and version = $11 and product_id = line.product_id and line.line_id = any(line_ids) offset 0) kept
   where ${IN_SCOPE} ${which}
) traded`;
