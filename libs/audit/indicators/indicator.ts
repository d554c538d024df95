import { localDay } from '@choxa/standards';
import type { AuditPeriod } from '../periods/audit-period.rules.js';

/** How an indicator is counted from a day on. A change of law or of method is one row more; old periods keep the row of their time. */
export interface IndicatorMethod {
  readonly version: string;
  readonly basis: string;
  /** First day (`YYYY-MM-DD`) of periods it holds for, and the first day it no longer does; null while it holds. */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly targetPercent: number;
  /** Days after the end of the period during which a return still takes a line out. */
  readonly returnDays: number;
  readonly formula: string;
  readonly textVi: string;
  readonly textEn: string;
}

/** A number of the action plan (Decision 689/QĐ-BTTTT). */
export interface Indicator {
  readonly number: number;
  readonly titleVi: string;
  readonly titleEn: string;
  /** Oldest first, never empty. */
  readonly methods: readonly IndicatorMethod[];
}

/** The method that held when the period began; for a time before the first, the first. */
export function methodFor({ methods }: Indicator, { from }: AuditPeriod): IndicatorMethod {
  const day = localDay(from);
  return methods.findLast((method) => method.validFrom <= day && (method.validTo === null || day < method.validTo)) ?? methods[0]!;
}
