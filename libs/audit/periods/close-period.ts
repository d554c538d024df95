import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Places } from '@choxa/places';
import { Clock, Database, platformProblem, SigningKeys, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { formatDay, localDay } from '@choxa/standards';
import { auditProblem } from '../audit.problems.js';
import { INDICATORS } from '../indicators/registry.js';
import { DERIVED_TABLES, FACT_TABLES } from '../rebuild/fact-tables.js';
import { areaOf } from '../scope/area.rules.js';
import { readPeriod, type AuditPeriod } from './audit-period.rules.js';
import { freezeFigures } from './frozen-figures.js';
import { freezeRows, frozenTables } from './frozen-rows.js';
import { lastCutOff, makeDocument, nationOf } from './make-document.js';
import type { ClosedVersion } from './period-document.js';

/** For the handlers that are writing facts just now, or another closing; a request may last ten seconds. */
const LONGEST_WAIT = '8s';

/**
 * The nation's official closes a period, or corrects a closed one: its figures are frozen, written into a document, hashed and signed. What
 * the facts say later changes only the figures as they stand. One official is enough: he chooses when, never what is counted.
 */
@Injectable()
export class ClosePeriod {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly places: Places,
    private readonly keys: SigningKeys,
    private readonly trail: Trail,
  ) {}

  /**
   * `reason`: null closes the period, a text corrects the version before.
   *
   * @throws Problem `not-found` for other officials, `period.unknown`, `period.open` before its cut-off, `period.closed` when it was closed by
   * now, `period.not-closed` when there is nothing to correct
   */
  async run(actor: Actor, key: string, reason: string | null): Promise<ClosedVersion> {
    if (areaOf(actor) !== null) throw platformProblem('not-found');
    const now = this.clock.now();
    const period = readPeriod(key, now);
    const cutOff = lastCutOff(period, INDICATORS);
    if (now < cutOff) throw auditProblem('period.open', { detail: formatDay(localDay(cutOff)) });
    return this.db.transaction(async (tx) => {
      await holdFacts(tx);
      const closed = await this.freeze(tx, period, reason, now);
      await this.write(tx, actor, closed);
      return closed;
    });
  }

  private async freeze(tx: Tx, period: AuditPeriod, reason: string | null, now: Date): Promise<ClosedVersion> {
    const [last] = await sql<{ version: number; sha256: string }>(
      tx,
      'select version, sha256 from audit.period_version where period = $1 order by version desc limit 1',
      [period.key],
    );
    if (last && reason === null) throw auditProblem('period.closed');
    if (!last && reason !== null) throw auditProblem('period.not-closed');
    const version = (last?.version ?? 0) + 1;
    const live = nationOf(period, 0, now);
    await freezeRows(tx, live, version);
    for (const indicator of INDICATORS) if (!indicator.frozen) await freezeFigures(tx, indicator, live, version, this.places);
    const told = { period, version, closedAt: now, corrects: last?.sha256 ?? null, reason, tables: await frozenTables(tx) };
    const document = await makeDocument(tx, INDICATORS, told, this.places);
    return {
      period: period.key,
      version,
      document,
      sha256: sha256Of(document),
      ...this.keys.sign(Buffer.from(document)),
      closedAt: now,
      reason,
    };
  }

  private async write(tx: Tx, actor: Actor, closed: ClosedVersion): Promise<void> {
    const { period, version, document, sha256, signature, keyId, closedAt, reason } = closed;
    await sql(
      tx,
      `insert into audit.period_version (period, version, document, sha256, signature, key_id, closed_at, closed_by, reason)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [period, version, document, sha256, signature, keyId, closedAt, actor.accountId, reason],
    );
    await this.trail.record(tx, actor, {
      action: reason === null ? 'period.closed' : 'period.corrected',
      subjectKind: 'period',
      subjectId: period,
      details: { version, sha256 },
    });
  }
}

/** SHA-256 of a document's UTF-8 bytes, hex. */
export function sha256Of(document: string): string {
  return createHash('sha256').update(document).digest('hex');
}

/** Until `tx` ends facts and totals stay as they are, and nobody else closes a period: what is frozen is of one moment. */
async function holdFacts(tx: Tx): Promise<void> {
  const tables = [...FACT_TABLES, ...DERIVED_TABLES].map(({ name }) => `audit.${name}`);
  await sql(tx, `set local lock_timeout = '${LONGEST_WAIT}'`);
  await sql(tx, `set local statement_timeout = '${LONGEST_WAIT}'`);
  await sql(tx, `lock table ${[...new Set(tables)].join(', ')}, audit.period_version in share row exclusive mode`);
}
