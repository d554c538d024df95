import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Places } from '@choxa/places';
import { Clock, Database, Notify, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { formatDay, localDay } from '@choxa/standards';
import { proposedMessage } from '../alerts/alert-messages.js';
import { OfficialsPhones } from '../alerts/officials-phones.js';
import { auditProblem } from '../audit.problems.js';
import { INDICATORS } from '../indicators/registry.js';
import { nameOfficial } from '../inspections/name-official.js';
import { mustBeOfNation } from '../scope/area.rules.js';
import { quartersSince, readPeriod, type AuditPeriod } from './audit-period.rules.js';
import { firstFactAt } from './first-fact.query.js';
import { freezeVersion, holdFacts, sha256Of, unfreeze } from './freeze-version.js';
import { lastCutOff } from './make-document.js';
import { openProposal, type Proposal } from './proposals.query.js';

/**
 * An official of the nation proposes to close a period, or to correct a closed one. What would be signed is made and hashed now; nothing is frozen
 * before another official confirms it.
 */
@Injectable()
export class ProposePeriod {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly places: Places,
    private readonly trail: Trail,
    private readonly officials: OfficialsPhones,
    private readonly notify: Notify,
  ) {}

  /**
   * `reason`: null to close the period, a text to correct the version before.
   *
   * @throws Problem `not-found` for other officials, `period.unknown`, `period.open` before its cut-off, `period.closed` when it was closed by
   * now, `period.quarters-open` for a year with a quarter that is not closed yet, `period.not-closed` when there is nothing to correct, `period.proposed` while another proposal is open
   */
  async run(actor: Actor, key: string, reason: string | null): Promise<Proposal> {
    mustBeOfNation(actor);
    const now = this.clock.now();
    const period = readPeriod(key, now);
    const cutOff = lastCutOff(period, INDICATORS);
    if (now < cutOff) throw auditProblem('period.open', { detail: formatDay(localDay(cutOff)) });
    return this.db.transaction(async (tx) => {
      await holdFacts(tx);
      const last = await versionToFollow(tx, period, reason);
      await mustHaveClosedQuarters(tx, period, now);
      const version = last.version + 1;
      const document = await freezeVersion(tx, { period, version, asOf: now, corrects: last.sha256, reason }, this.places);
      await unfreeze(tx);
      await nameOfficial(tx, actor);
      await this.write(tx, actor, { period: period.key, version, reason, document, proposedAt: now });
      await this.tellOthers(tx, actor, period.key);
      return (await openProposal(tx, period.key))!;
    });
  }

  private async write(tx: Tx, actor: Actor, proposal: Wanted): Promise<void> {
    const { period, version, reason, document, proposedAt } = proposal;
    const sha256 = sha256Of(document);
    await sql(
      tx,
      `insert into audit.period_proposal (id, period, version, reason, document, sha256, proposed_at, proposed_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [randomUUID(), period, version, reason, document, sha256, proposedAt, actor.accountId],
    );
    await this.trail.record(tx, actor, {
      action: 'period.proposed',
      subjectKind: 'period',
      subjectId: period,
      details: { version, sha256 },
    });
  }

  private async tellOthers(tx: Tx, actor: Actor, period: string): Promise<void> {
    const phones = (await this.officials.of('nation', 'VN')).filter((phone) => phone !== actor.phone);
    const text = proposedMessage(period);
    await this.notify.sendAll(
      tx,
      phones.map((to) => ({ to, channel: 'sms', template: 'audit.period-proposed', text })),
    );
  }
}

type Wanted = Pick<Proposal, 'period' | 'version' | 'reason' | 'proposedAt'> & { document: string };

/** The latest closed version; version 0 before the first. @throws Problem */
async function versionToFollow(tx: Tx, { key }: AuditPeriod, reason: string | null): Promise<{ version: number; sha256: string | null }> {
  const [last] = await sql<{ version: number; sha256: string }>(
    tx,
    'select version, sha256 from audit.period_version where period = $1 order by version desc limit 1',
    [key],
  );
  if (last && reason === null) throw auditProblem('period.closed');
  if (!last && reason !== null) throw auditProblem('period.not-closed');
  if (await openProposal(tx, key)) throw auditProblem('period.proposed');
  return last ?? { version: 0, sha256: null };
}

/**
 * The open data leave out of a year what would give away few in one of its quarters: for that all its quarters since the first fact must be known.
 *
 * @throws Problem
 */
async function mustHaveClosedQuarters(tx: Tx, { key }: AuditPeriod, now: Date): Promise<void> {
  const quarters = quartersSince(await firstFactAt(tx, null), now).filter((quarter) => quarter.startsWith(`${key}-`));
  const closed = await sql<{ period: string }>(tx, 'select distinct period from audit.period_version where period = any($1)', [quarters]);
  const open = quarters.filter((quarter) => !closed.some(({ period }) => period === quarter));
  if (open.length) throw auditProblem('period.quarters-open', { detail: open.toSorted().join(', ') });
}
