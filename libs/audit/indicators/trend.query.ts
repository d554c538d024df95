import type { Places } from '@choxa/places';
import type { Tx } from '@choxa/platform';
import { quartersUpTo, type AuditPeriod } from '../periods/audit-period.rules.js';
import { versionFor } from '../periods/closed-version.query.js';
import type { Scope } from '../scope/scope.js';
import type { Figure, Indicator } from './indicator.js';

/** Quarters a trend shows. */
const QUARTERS = 8;

export interface TrendPoint {
  period: AuditPeriod;
  version: number;
  asOf: Date;
  figure: Figure;
}

/** The last eight quarters up to the asked period, oldest first, each from its latest closed version or as the facts stand. */
export async function readTrend(tx: Tx, indicator: Indicator, scope: Scope, places: Places): Promise<TrendPoint[]> {
  const points: TrendPoint[] = [];
  for (const period of quartersUpTo(scope.period, QUARTERS)) {
    const { version, asOf } = await versionFor(tx, period.key, undefined, scope.asOf);
    points.push({ period, version, asOf, figure: await indicator.figure(tx, { ...scope, period, version, asOf }, places) });
  }
  return points;
}
