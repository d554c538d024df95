import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { officialProvinces } from '@choxa/catalogue';
import { Clock, Database, platformProblem, Trail, type Actor } from '@choxa/platform';
import { SuspicionEntity } from './suspicion.entity.js';
import type { SuspicionOutcome } from './suspicion.rules.js';

/** An official has looked into a suspicion and says what came of it. */
@Injectable()
export class CloseSuspicion {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found` on one that is closed or outside the official's area. */
  async run(actor: Actor, id: string, outcome: SuspicionOutcome): Promise<void> {
    const provinces = officialProvinces(actor);
    await this.db.transaction(async (tx) => {
      const { affected } = await tx
        .createQueryBuilder()
        .update(SuspicionEntity)
        .set({ closedAt: this.clock.now(), closedBy: actor.accountId, outcome })
        .where({ id, closedAt: IsNull() })
        .andWhere('(:all or province_codes && :provinces)', { all: provinces === null, provinces: provinces ?? [] })
        .execute();
      if (!affected) throw platformProblem('not-found');
      await this.trail.record(tx, actor, { action: 'suspicion.closed', subjectKind: 'suspicion', subjectId: id, details: { outcome } });
    });
  }
}
