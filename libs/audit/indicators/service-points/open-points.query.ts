import { sql, type Tx } from '@choxa/platform';
import { addDays, localDay } from '@choxa/standards';
import type { Scope } from '../../scope/scope.js';
import { inPlace, placeParams } from '../../scope/scope.sql.js';

/** The open service points in one commune, of all operators or one. */
export interface OpenPoints {
  /** Null where operators are not told apart. */
  operatorCode: string | null;
  operatorName: string | null;
  provinceCode: string;
  communeCode: string;
  points: number;
  /** Where somebody of the operator works. */
  staffed: number;
  internet: number;
  /** Able to serve public services. */
  publicService: number;
}

/**
 * The points open on the last day of the period (today, while it runs), as they were described on it: by commune or, `perOperator`, by operator and
 * commune, the operators by code. Hubs serve nobody and are none.
 */
export function openPoints(tx: Tx, scope: Scope, perOperator = false): Promise<OpenPoints[]> {
  return sql(tx, perOperator ? POINTS_OF_OPERATORS : POINTS, [asAt(scope), scope.filters.operator ?? null, ...placeParams(scope)]);
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

const COUNTS = `
  province_code as "provinceCode", commune_code as "communeCode",
  count(*)::int as points, count(*) filter (where staffed)::int as staffed, count(*) filter (where internet)::int as internet,
  count(*) filter (where public_service)::int as "publicService"
  from audit.service_point
  where ${openOn('$1::date')} and ($2::text is null or operator_code = $2) and ${inPlace(3)}`;

const POINTS = `select null as "operatorCode", null as "operatorName", ${COUNTS} group by province_code, commune_code`;

const POINTS_OF_OPERATORS = `
  select operator_code as "operatorCode", max(operator_name) as "operatorName", ${COUNTS}
  group by operator_code, province_code, commune_code order by operator_code`;

const SERVICES = `
  select kind, sum(count)::int as served from audit.public_service
  where day >= $1::date and day < $2::date and ($3::text is null or operator_code = $3) and ${inPlace(4)}
  group by kind having sum(count) <> 0 order by kind`;
