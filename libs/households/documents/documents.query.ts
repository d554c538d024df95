import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database, FileStorage, platformProblem, Trail, type Actor, type Tx } from '@choxa/platform';
import { householdToReview } from '../households/households-to-review.query.js';
import { DocumentEntity } from './document.entity.js';

/** Papers of a household, for itself and for those who decide about it. */
@Injectable()
export class DocumentsOfHousehold {
  constructor(
    private readonly db: Database,
    private readonly storage: FileStorage,
    private readonly trail: Trail,
  ) {}

  /** Newest first. `householdId` must be the actor's. */
  async own(householdId: string): Promise<DocumentEntity[]> {
    return documentsOf(this.db.read, householdId);
  }

  /** Newest first. Throws `not-found` outside the actor's places. */
  async toReview(actor: Actor, householdId: string): Promise<DocumentEntity[]> {
    await householdToReview(this.db.read, actor, householdId);
    return documentsOf(this.db.read, householdId);
  }

  /** The file of a paper of the actor's household, or of one the actor decides about; the latter is recorded. Throws `not-found`. */
  async file(actor: Actor, id: string) {
    const document = await this.db.read.findOneBy(DocumentEntity, { id, removedAt: IsNull() });
    if (!document) throw platformProblem('not-found');
    if (!actor.scope('household', 'household').includes(document.householdId)) await this.recordReading(actor, document);
    const file = await this.storage.open(document.fileKey);
    if (!file) throw platformProblem('not-found');
    return { document, ...file };
  }

  private async recordReading(actor: Actor, { id, householdId }: DocumentEntity): Promise<void> {
    await this.db.transaction(async (tx) => {
      await householdToReview(tx, actor, householdId);
      await this.trail.record(tx, actor, { action: 'household.document-read', subjectKind: 'document', subjectId: id });
    });
  }
}

async function documentsOf(tx: Tx, householdId: string): Promise<DocumentEntity[]> {
  return tx.find(DocumentEntity, { where: { householdId, removedAt: IsNull() }, order: { addedAt: 'DESC', id: 'ASC' } });
}
