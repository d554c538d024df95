import type { Places } from '@choxa/places';
import { REPORTED_INDICATORS, type ReportedIndicator } from '@choxa/postal-contract';
import type { Tx } from '@choxa/platform';
import { INDICATORS } from '../indicators/registry.js';
import type { AuditPeriod } from '../periods/audit-period.rules.js';
import type { Amounts } from './compare-report.rules.js';

export type OwnFigures = ReadonlyMap<ReportedIndicator, Amounts>;

/** What our own facts say of each operator's quarter, as they stand: every indicator that operators report and that is counted by operator. */
export async function ownFigures(tx: Tx, period: AuditPeriod, asOf: Date, places: Places): Promise<ReadonlyMap<string, OwnFigures>> {
  const scope = { period, version: 0, area: null, filters: {}, asOf };
  const all = new Map<string, Map<ReportedIndicator, Amounts>>();
  for (const indicator of REPORTED_INDICATORS) {
    const counted = INDICATORS.find(({ number }) => String(number) === indicator);
    if (!counted?.breakdown || !counted.breakdowns.includes('operator')) continue;
    for (const { code, numerator, denominator } of await counted.breakdown(tx, scope, 'operator', places)) {
      const own = all.get(code) ?? new Map<ReportedIndicator, Amounts>();
      all.set(code, own.set(indicator, { numerator, denominator }));
    }
  }
  return all;
}
