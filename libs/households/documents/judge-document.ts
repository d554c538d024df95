import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock, Database, Events, platformProblem, Trail, type Actor } from '@choxa/platform';
import { HouseholdChanged } from '../households/household.events.js';
import { lockForDecision } from '../households/households-to-review.query.js';
import { TellMembers } from '../members/tell-members.js';
import { DocumentEntity } from './document.entity.js';

/** A clerk or official has seen the paper itself, or says why it cannot count. The last word counts. */
@Injectable()
export class JudgeDocument {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly tellMembers: TellMembers,
    private readonly trail: Trail,
  ) {}

  /** `refusal`: why it cannot count; null where it was seen. Throws `not-found` outside the actor's places, `household.own-approval`. */
  async run(actor: Actor, householdId: string, id: string, refusal: string | null): Promise<void> {
    await this.db.transaction(async (tx) => {
      const household = await lockForDecision(tx, actor, householdId);
      const document = await tx.findOneBy(DocumentEntity, { id, householdId, removedAt: IsNull() });
      if (!document) throw platformProblem('not-found');
      const now = this.clock.now();
      const verdict =
        refusal === null
          ? { seenAt: now, seenBy: actor.accountId, refusedAt: null, refusedBy: null, refusal: null }
          : { seenAt: null, seenBy: null, refusedAt: now, refusedBy: actor.accountId, refusal };
      await tx.update(DocumentEntity, { id }, verdict);
      const action = refusal === null ? 'household.document-seen' : 'household.document-refused';
      await this.trail.record(tx, actor, { action, subjectKind: 'document', subjectId: id });
      if (document.kind === 'licence') await this.events.publish(tx, HouseholdChanged, { householdId });
      if (refusal !== null)
        await this.tellMembers.run(tx, householdId, {
          template: 'households.document-refused',
          text: `Chợ Xã: một giấy tờ của ${household.name} chưa được nhận. Mở trang Bán hàng để xem lý do. / A paper was refused; see why.`,
        });
    });
  }
}
