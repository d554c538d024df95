import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock, Database, Events, FileStorage, platformProblem, Trail, type Actor } from '@choxa/platform';
import { HouseholdChanged } from '../households/household.events.js';
import { lockOwnHousehold } from '../households/own-household.js';
import { DocumentEntity } from './document.entity.js';

/** A household takes a paper off its file; that it was there stays on record, its picture does not. */
@Injectable()
export class RemoveDocument {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly storage: FileStorage,
    private readonly events: Events,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found` for another's household or paper. */
  async run(actor: Actor, householdId: string, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      await lockOwnHousehold(tx, actor, householdId);
      const document = await tx.findOneBy(DocumentEntity, { id, householdId, removedAt: IsNull() });
      if (!document) throw platformProblem('not-found');
      await tx.update(DocumentEntity, { id }, { removedAt: this.clock.now() });
      await this.trail.record(tx, actor, { action: 'household.document-removed', subjectKind: 'document', subjectId: id });
      if (document.kind === 'licence') await this.events.publish(tx, HouseholdChanged, { householdId });
      await this.storage.remove(document.fileKey);
    });
  }
}
