import { Injectable } from '@nestjs/common';
import { Places } from '@choxa/places';
import { Clock, Database, SigningKeys, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { auditProblem } from '../audit.problems.js';
import { nameOfficial } from '../inspections/name-official.js';
import { mustBeOfNation } from '../scope/area.rules.js';
import { readPeriod } from './audit-period.rules.js';
import { endProposal } from './end-proposal.js';
import { freezeVersion, holdFacts, sha256Of, unfreeze } from './freeze-version.js';
import type { VersionSummary } from './period-states.query.js';
import { mustBeOpen, type Proposal } from './proposals.query.js';

/**
 * A second official of the nation confirms what was proposed of a period: it is frozen and signed. The facts are counted once more; when they
 * no longer say what was proposed, nothing is closed and the proposal has lapsed.
 */
@Injectable()
export class ConfirmPeriod {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly places: Places,
    private readonly keys: SigningKeys,
    private readonly trail: Trail,
  ) {}

  /**
   * `sha256`: of the proposed document, as the official saw it.
   *
   * @throws Problem `not-found` for other officials, `period.unknown`, `period.not-proposed`, `period.other-proposal` when another one than was
   * seen is open, `period.own-proposal`, `period.proposal-lapsed`
   */
  async run(actor: Actor, key: string, sha256: string): Promise<VersionSummary> {
    mustBeOfNation(actor);
    const now = this.clock.now();
    const period = readPeriod(key, now);
    const closed = await this.db.transaction(async (tx) => {
      await holdFacts(tx);
      const proposal = await mustBeOpen(tx, period.key);
      if (proposal.sha256 !== sha256) throw auditProblem('period.other-proposal');
      if (proposal.proposedBy === actor.accountId) throw auditProblem('period.own-proposal');
      const { version, reason, proposedAt: asOf, corrects } = proposal;
      const document = await freezeVersion(tx, { period, version, asOf, corrects, reason }, this.places);
      if (sha256Of(document) === sha256) return this.close(tx, actor, proposal, document, now);
      await unfreeze(tx);
      await endProposal(tx, actor, proposal, 'lapsed', now);
      await this.trail.record(tx, actor, { action: 'period.lapsed', subjectKind: 'period', subjectId: period.key, details: { sha256 } });
      return null;
    });
    if (!closed) throw auditProblem('period.proposal-lapsed');
    return closed;
  }

  private async close(tx: Tx, actor: Actor, proposal: Proposal, document: string, closedAt: Date): Promise<VersionSummary> {
    const { period, version, sha256, reason, proposedAt, proposedBy } = proposal;
    const { signature, keyId } = this.keys.sign(Buffer.from(document));
    await nameOfficial(tx, actor);
    await endProposal(tx, actor, proposal, 'confirmed', closedAt);
    await sql(
      tx,
      `insert into audit.period_version
         (period, version, document, sha256, signature, key_id, closed_at, closed_by, reason, proposed_at, proposed_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [period, version, document, sha256, signature, keyId, closedAt, actor.accountId, reason, proposedAt, proposedBy],
    );
    const action = reason === null ? 'period.closed' : 'period.corrected';
    await this.trail.record(tx, actor, { action, subjectKind: 'period', subjectId: period, details: { version, sha256, proposedBy } });
    const names = { proposedByName: proposal.proposedByName, closedByName: actor.name };
    return { period, version, sha256, signature, keyId, closedAt, reason, ...names };
  }
}
