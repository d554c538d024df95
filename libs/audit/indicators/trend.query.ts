import type { Places } from '@choxa/places';
import type { Tx } from '@choxa/platform';
import { quartersUpTo } from '../periods/audit-period.rules.js';
import { versionsFor } from '../periods/closed-version.query.js';
import type { Scope } from '../scope/scope.js';
import { canBeCutTo, headlinesOf, type Headline, type Indicator } from './indicator.js';

/** Quarters a trend shows. */
const QUARTERS = 8;

export interface TrendPoint {
  scope: Scope;
  headline: Headline;
}

/**
 * The last eight quarters up to the asked period, oldest first, each from its latest closed version; as the facts stand where none is, or where it
 * keeps nothing of what is asked.
 */
export async function readTrend(tx: Tx, indicator: Indicator, scope: Scope, places: Places): Promise<TrendPoint[]> {
  const quarters = quartersUpTo(scope.period, QUARTERS);
  const closed = await versionsFor(
    tx,
    quarters.map(({ key }) => key),
    scope.asOf,
  );
  const [first, ...others] = quarters.map((period, index): Scope => {
    const latest = { ...scope, period, ...closed[index]! };
    return canBeCutTo(indicator, latest) ? latest : { ...latest, version: 0, asOf: scope.asOf };
  });
  if (!first) return [];
  const scopes = [first, ...others] as const;
  const headlines = await headlinesOf(tx, indicator, scopes, places);
  return scopes.map((asked, index) => ({ scope: asked, headline: headlines[index]! }));
}
