import { sql, type Tx } from '@choxa/platform';
import { addDays, localDay } from '@choxa/standards';
import type { Scope } from '../../scope/scope.js';
import { inPlace, placeParams } from '../../scope/scope.sql.js';

/** By what open points are told apart. */
export type PointKey = 'operator' | 'province' | 'commune';

/** The open service points of a place or operator. The codes are of what they were told apart by, absent else. */
export interface OpenPoints {
  operatorCode?: string;
  operatorName?: string;
  provinceCode?: string;
  communeCode?: string;
  points: number;
  /** Where somebody of the operator works. */
  staffed: number;
  internet: number;
  /** Able to serve public services. */
  publicService: number;
}

/**
 * The points open on the last day of the period (today, while it runs), as they were described on it, told apart by `keys`; without any, all of them
 * in one row. Hubs serve nobody and are none.
 */
export function openPoints(tx: Tx, scope: Scope, keys: readonly PointKey[]): Promise<OpenPoints[]> {
  return sql(tx, statement(keys), [asAt(scope), scope.filters.operator ?? null, ...placeParams(scope)]);
}

/** Public services served on the days of the period, by kind; kinds that cancel out are none. */
export function servedServices(tx: Tx, scope: Scope): Promise<{ kind: string; served: number }[]> {
  const { period, filters } = scope;
  return sql(tx, SERVICES, [localDay(period.from), localDay(period.until), filters.operator ?? null, ...placeParams(scope)]);
}

function asAt({ period, asOf }: Scope): string {
  const [last, today] = [addDays(localDay(period.until), -1), localDay(asOf)];
  return last < today ? last : today;
}

/** SQL: a description of a point that held on the day `day` (an expression). */
export function openOn(day: string): string {
  return `kind <> 'hub' and holds_from <= ${day} and (holds_until is null or holds_until > ${day})`;
}

const KEY_COLUMNS: Record<PointKey, string> = {
  operator: `operator_code as "operatorCode", max(operator_name) as "operatorName"`,
  province: `province_code as "provinceCode"`,
  commune: `commune_code as "communeCode"`,
};

const statement = (keys: readonly PointKey[]) => `
  select ${keys.map((key) => `${KEY_COLUMNS[key]}, `).join('')}count(*)::int as points,
    count(*) filter (where staffed)::int as staffed, count(*) filter (where internet)::int as internet,
    count(*) filter (where public_service)::int as "publicService"
  from audit.service_point
  where ${openOn('$1::date')} and ($2::text is null or operator_code = $2) and ${inPlace(3)}
  group by (${keys.map((key) => `${key}_code`).join(', ')})`;

const SERVICES = `
  select kind, sum(count)::int as served from audit.public_service
  where day >= $1::date and day < $2::date and ($3::text is null or operator_code = $3) and ${inPlace(4)}
  group by kind having sum(count) <> 0 order by kind`;
