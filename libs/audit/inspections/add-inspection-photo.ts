import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Database, FileStorage, platformProblem, remakePhoto, sql, type Actor } from '@choxa/platform';
import { auditProblem } from '../audit.problems.js';
import { inReach, reachParams } from '../samples/reach.js';
import { areaOf } from '../scope/area.rules.js';
import { photoKey } from './inspection-photos.query.js';

/** An inspector sends a photo that an inspection will name. The same picture again answers the one that is there. */
@Injectable()
export class AddInspectionPhoto {
  constructor(
    private readonly db: Database,
    private readonly files: FileStorage,
    private readonly clock: Clock,
  ) {}

  /** Answers the photo's id. @throws Problem `not-found` for a sample without items in the official's area, `inspection.photo-unreadable` */
  async run(actor: Actor, sampleId: string, upload: Buffer): Promise<string> {
    // Decoding is work: nobody makes us do it for a sample that is not theirs.
    const [own] = await sql(this.db.read, `select 1 from audit.sample_item item where sample_id = $3 and ${inReach('item')} limit 1`, [
      ...reachParams(areaOf(actor)),
      sampleId,
    ]);
    if (!own) throw platformProblem('not-found');
    const photo = await remakePhoto(upload);
    if (!photo) throw auditProblem('inspection.photo-unreadable');
    await this.files.put(photoKey(photo.contentHash), photo.bytes);
    return this.db.transaction(async (tx) => {
      await sql(
        tx,
        `insert into audit.inspection_photo (id, sample_id, content_hash, taken_by, taken_at) values ($1, $2, $3, $4, $5)
         on conflict (sample_id, taken_by, content_hash) do nothing`,
        [randomUUID(), sampleId, photo.contentHash, actor.accountId, this.clock.now()],
      );
      const [kept] = await sql<{ id: string }>(
        tx,
        'select id from audit.inspection_photo where sample_id = $1 and taken_by = $2 and content_hash = $3',
        [sampleId, actor.accountId, photo.contentHash],
      );
      return kept!.id;
    });
  }
}
