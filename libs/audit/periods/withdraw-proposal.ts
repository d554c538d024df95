import { Injectable } from '@nestjs/common';
import { Clock, Database, Trail, type Actor } from '@choxa/platform';
import { mustBeOfNation } from '../scope/area.rules.js';
import { readPeriod } from './audit-period.rules.js';
import { endProposal } from './end-proposal.js';
import { mustBeOpen } from './proposals.query.js';

/** An official of the nation takes a proposal back: his own, or another's that he will not confirm. The period stays as it was. */
@Injectable()
export class WithdrawProposal {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** @throws Problem `not-found` for other officials, `period.unknown`, `period.not-proposed` */
  async run(actor: Actor, key: string): Promise<void> {
    mustBeOfNation(actor);
    const now = this.clock.now();
    const period = readPeriod(key, now);
    await this.db.transaction(async (tx) => {
      const proposal = await mustBeOpen(tx, period.key, 'for update');
      await endProposal(tx, actor, proposal, 'withdrawn', now);
      await this.trail.record(tx, actor, {
        action: 'period.withdrawn',
        subjectKind: 'period',
        subjectId: period.key,
        details: { version: proposal.version, sha256: proposal.sha256 },
      });
    });
  }
}
