import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { findProductSet } from '@choxa/standards';
import { Clock, Database, Events, FileStorage, Trail, type Actor } from '@choxa/platform';
import { HouseholdChanged } from '../households/household.events.js';
import { lockOwnHousehold } from '../households/own-household.js';
import { householdProblem } from '../households.problems.js';
import { documentFile } from './document-file.js';
import { DocumentEntity } from './document.entity.js';
import { MOST_DOCUMENTS, type DocumentKind } from './document.rules.js';

export interface AddDocumentInput {
  kind: DocumentKind;
  /** Of a licence: the product set, which must be one that needs a licence. */
  setCode?: string | null;
  number: string;
  issuedOn?: string | null;
  /** Last day. */
  expiresOn?: string | null;
}

/** A household puts a paper on file. It counts as declared until somebody has seen it. */
@Injectable()
export class AddDocument {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly storage: FileStorage,
    private readonly events: Events,
    private readonly trail: Trail,
  ) {}

  /**
   * `upload`: a PDF or a picture as it came. Throws `not-found` for another's household, `document.set`, `document.days`,
   * `document.unreadable`, `document.too-large`, `document.too-many`.
   */
  async run(actor: Actor, householdId: string, input: AddDocumentInput, upload: Buffer): Promise<DocumentEntity> {
    const { kind, setCode = null, number, issuedOn = null, expiresOn = null } = input;
    const licensed = setCode ? (findProductSet(setCode)?.needsLicence ?? false) : false;
    if (kind === 'licence' ? !licensed : setCode) throw householdProblem('document.set');
    if (issuedOn && expiresOn && expiresOn < issuedOn) throw householdProblem('document.days');
    // Decoding is work: nobody makes us do it for a household that is not theirs.
    await this.db.transaction((tx) => lockOwnHousehold(tx, actor, householdId));
    const { type, bytes } = await documentFile(upload);
    return this.db.transaction(async (tx) => {
      await lockOwnHousehold(tx, actor, householdId);
      if ((await tx.countBy(DocumentEntity, { householdId, removedAt: IsNull() })) >= MOST_DOCUMENTS)
        throw householdProblem('document.too-many');
      const id = randomUUID();
      const fileKey = `documents/${id}.${type === 'image/webp' ? 'webp' : 'pdf'}`;
      const added = { addedAt: this.clock.now(), addedBy: actor.accountId };
      const document = {
        id,
        householdId,
        kind,
        setCode,
        number,
        issuedOn,
        expiresOn,
        fileKey,
        fileType: type,
        fileBytes: bytes.length,
        ...added,
      };
      await tx.insert(DocumentEntity, document);
      await this.storage.put(fileKey, bytes);
      await this.trail.record(tx, actor, { action: 'household.document-added', subjectKind: 'document', subjectId: id, details: { kind } });
      if (kind === 'licence') await this.events.publish(tx, HouseholdChanged, { householdId });
      return tx.findOneByOrFail(DocumentEntity, { id });
    });
  }
}
