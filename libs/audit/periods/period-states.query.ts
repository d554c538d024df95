import { Injectable } from '@nestjs/common';
import { Clock, Database, sql, type Actor, type Tx } from '@choxa/platform';
import { parsePeriod } from '@choxa/standards';
import { INDICATORS } from '../indicators/registry.js';
import { areaOf } from '../scope/area.rules.js';
import { quartersSince, readPeriod, type AuditPeriod } from './audit-period.rules.js';
import { firstFactAt } from './first-fact.query.js';
import { lastCutOff } from './make-document.js';
import type { ClosedVersion } from './period-document.js';
import { standingProposals, type Proposal } from './proposals.query.js';

export interface VersionSummary extends Omit<ClosedVersion, 'document'> {
  /** Null of versions that one official closed. */
  proposedByName: string | null;
  closedByName: string | null;
}

export interface PeriodState {
  period: AuditPeriod;
  cutOffAt: Date;
  /** Its cut-off has passed. */
  closable: boolean;
  /** Oldest first; none while the period is a draft. */
  versions: VersionSummary[];
  /** The one that waits, or has lapsed; null for others than the nation's officials. */
  proposal: Proposal | null;
}

/** Periods and how far each is: draft, proposed, closed, corrected. */
@Injectable()
export class PeriodStates {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Every quarter since the first fact of the actor's area, each with its year to date, and the years; newest first. @throws Problem `not-found` */
  async list(actor: Actor): Promise<PeriodState[]> {
    const now = this.clock.now();
    const area = areaOf(actor);
    const quarters = quartersSince(await firstFactAt(this.db.read, area), now);
    const proposals = area === null ? await standingProposals(this.db.read) : [];
    const versions = Map.groupBy(await versionSummaries(this.db.read), ({ period }) => period);
    return quarters.flatMap(withLonger).map((key) => {
      const period = readPeriod(key, now);
      const cutOffAt = lastCutOff(period, INDICATORS);
      const proposal = proposals.find((one) => one.period === key) ?? null;
      return { period, cutOffAt, closable: now >= cutOffAt, versions: versions.get(key) ?? [], proposal };
    });
  }
}

async function versionSummaries(tx: Tx): Promise<VersionSummary[]> {
  return sql<VersionSummary>(
    tx,
    `select period, version, sha256, signature, key_id as "keyId", closed_at as "closedAt", reason,
            proposer.name as "proposedByName", closer.name as "closedByName"
       from audit.period_version
       left join audit.inspector proposer on proposer.account_id = proposed_by
       left join audit.inspector closer on closer.account_id = closed_by
      order by period, version`,
  );
}

/** A quarter, the longer periods that end with it before it. The first quarter's year to date is the quarter itself. */
function withLonger(quarter: string): string[] {
  const read = parsePeriod(quarter);
  if (!read.ok || read.period.kind !== 'quarter' || read.period.quarter === 1) return [quarter];
  return [read.period.quarter === 4 ? String(read.period.year) : `${quarter}-YTD`, quarter];
}
