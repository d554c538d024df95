import { localDay } from '@choxa/standards';
import type { Scope } from '../scope/scope.js';
import { inPlace, placeParams } from '../scope/scope.sql.js';

/**
 * SQL of the households that a share of the register is a share of: those of each commune's last version as of the period's last day, in the
 * place of the scope. A table `entry (household_id, commune_code, province_code)`; `$1`…`$6` are {@link registerParams}.
 */
export const REGISTERED = `
  register as (
    select distinct on (commune_code) version_id, commune_code, province_code from audit.register_version
     where as_of <= $2::date and ${inPlace(3)} order by commune_code, as_of desc, version desc),
  entry as (
    select household_id, commune_code, province_code from register join audit.register_entry using (version_id))`;

/** First and last local day of the period, and its place. */
export function registerParams(scope: Scope): unknown[] {
  const { from, until } = scope.period;
  return [localDay(from), localDay(new Date(until.getTime() - 1)), ...placeParams(scope)];
}
