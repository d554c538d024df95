import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { encodeImage, ImageFileStore, imageKey } from '@choxa/catalogue';
import { Clock, Database, platformProblem, Trail, type Actor } from '@choxa/platform';
import { labellingProblem } from '../labelling.problems.js';
import { EvidencePictureEntity } from './evidence-picture.entity.js';
import { requireOwnLot } from './own-lots.js';
import { TraceEventEntity } from './trace-event.entity.js';

const MOST_PICTURES = 20;

/** A household adds a picture as evidence of its lot, or of one of its steps. The same picture again changes nothing. */
@Injectable()
export class AddEvidencePicture {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly files: ImageFileStore,
    private readonly trail: Trail,
  ) {}

  /**
   * @param eventId the step it shows; null for the lot as such
   * @param bytes the file as uploaded. Throws `not-found`, `evidence.too-many`, `image.unreadable`, `image.too-large`.
   */
  async run(actor: Actor, lotId: string, eventId: string | null, bytes: Buffer): Promise<EvidencePictureEntity> {
    // Decoding is work: nobody makes us do it for a lot that is not theirs.
    await requireOwnLot(this.db.read, actor, lotId);
    const { files, width, height } = await encodeImage(bytes);
    const key = imageKey(lotId, files);
    return this.db.transaction(async (tx) => {
      const lot = await requireOwnLot(tx, actor, lotId);
      if (eventId && !(await tx.existsBy(TraceEventEntity, { id: eventId, lotId }))) throw platformProblem('not-found');
      const pictures = await tx.find(EvidencePictureEntity, { where: { lotId }, lock: { mode: 'pessimistic_write' } });
      const known = pictures.find((picture) => picture.key === key);
      if (known) return known;
      if (pictures.length >= MOST_PICTURES) throw labellingProblem('evidence.too-many');
      const picture = tx.create(EvidencePictureEntity, {
        id: randomUUID(),
        lotId,
        eventId,
        key,
        width,
        height,
        addedAt: this.clock.now(),
        addedBy: actor.accountId,
      });
      await tx.createQueryBuilder().insert().into(EvidencePictureEntity).values(picture).orIgnore().execute();
      await this.files.put(key, files);
      await this.trail.record(tx, actor, {
        action: 'evidence.added',
        subjectKind: 'lot',
        subjectId: lotId,
        details: { householdId: lot.householdId, pictureId: picture.id, eventId },
      });
      return picture;
    });
  }
}
