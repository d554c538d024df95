import { Injectable } from '@nestjs/common';
import { Clock, Database, sql, type Actor, type Tx } from '@choxa/platform';
import { parsePeriod } from '@choxa/standards';
import { INDICATORS } from '../indicators/registry.js';
import { areaOf } from '../scope/area.rules.js';
import { quartersSince, readPeriod, type AuditPeriod } from './audit-period.rules.js';
import { firstFactAt } from './first-fact.query.js';
import { lastCutOff } from './make-document.js';
import type { ClosedVersion } from './period-document.js';

export type VersionSummary = Omit<ClosedVersion, 'document'>;

export interface PeriodState {
  period: AuditPeriod;
  cutOffAt: Date;
  /** Its cut-off has passed. */
  closable: boolean;
  /** Oldest first; none while the period is a draft. */
  versions: VersionSummary[];
}

/** Periods and how far each is: draft, closed, corrected. */
@Injectable()
export class PeriodStates {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Every quarter since the first fact of the actor's area, each with its year to date, and the years; newest first. @throws Problem `not-found` */
  async list(actor: Actor): Promise<PeriodState[]> {
    const now = this.clock.now();
    const quarters = quartersSince(await firstFactAt(this.db.read, areaOf(actor)), now);
    const versions = Map.groupBy(await versionSummaries(this.db.read), ({ period }) => period);
    return quarters.flatMap(withLonger).map((key) => {
      const period = readPeriod(key, now);
      const cutOffAt = lastCutOff(period, INDICATORS);
      return { period, cutOffAt, closable: now >= cutOffAt, versions: versions.get(key) ?? [] };
    });
  }
}

async function versionSummaries(tx: Tx): Promise<VersionSummary[]> {
  return sql<VersionSummary>(
    tx,
    `select period, version, sha256, signature, key_id as "keyId", closed_at as "closedAt", reason
       from audit.period_version order by period, version`,
  );
}

/** A quarter, the longer periods that end with it before it. The first quarter's year to date is the quarter itself. */
function withLonger(quarter: string): string[] {
  const read = parsePeriod(quarter);
  if (!read.ok || read.period.kind !== 'quarter' || read.period.quarter === 1) return [quarter];
  return [read.period.quarter === 4 ? String(read.period.year) : `${quarter}-YTD`, quarter];
}
