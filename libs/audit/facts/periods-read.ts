import { parsePeriod, periodKey } from '@choxa/standards';
import type { Scope } from '../scope/scope.js';
import { inPlace, placeParams } from '../scope/scope.sql.js';

type Read = Pick<Scope, 'period' | 'version'>;

/** The quarters of which a period consists: itself, those of its year up to it, or all four. */
export function quartersOf(key: string): string[] {
  const read = parsePeriod(key);
  if (!read.ok) return [];
  const { period } = read;
  const last = period.kind === 'year' ? 4 : period.quarter;
  const first = period.kind === 'quarter' ? last : 1;
  return Array.from({ length: last - first + 1 }, (_, index) =>
    periodKey({ kind: 'quarter', year: period.year, quarter: (first + index) as 1 | 2 | 3 | 4 }),
  );
}

/** The same period a year earlier: `2026-Q3` → `2025-Q3`. */
export function yearBefore(key: string): string {
  return `${Number(key.slice(0, 4)) - 1}${key.slice(4)}`;
}

/** Under which key a closed version keeps what it compares with: the period a year before, as it stood when it was closed. */
export const comparedKey = (key: string) => `${key}<${yearBefore(key)}`;

/** SQL: the totals of a scope; parameters `$1` to `$6` by {@link totalsParams} or {@link totalsBeforeParams}. */
export const OF_TOTALS = `period = any($1::text[]) and version = $2 and ${inPlace(3)}`;
/** The same with an operator, `$7`. */
export const OF_OPERATOR = `${OF_TOTALS} and ($7::text is null or operator_code = $7)`;

/** Parameters of {@link OF_TOTALS}. */
export function totalsParams(scope: Scope): unknown[] {
  return [keysRead(scope), scope.version, ...placeParams(scope)];
}

/** Of the same period a year earlier. */
export function totalsBeforeParams(scope: Scope): unknown[] {
  const { period, version } = scope;
  return [version ? [comparedKey(period.key)] : quartersOf(yearBefore(period.key)), version, ...placeParams(scope)];
}

/** A closed version has rows of its own; what is live is the sum of its quarters. */
function keysRead({ period, version }: Read): string[] {
  return version ? [period.key] : quartersOf(period.key);
}
