import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Database, FileStorage, platformProblem, sql, type Actor } from '@choxa/platform';
import { auditProblem } from '../audit.problems.js';
import { inReach, reachParams } from '../samples/reach.js';
import { areaOf } from '../scope/area.rules.js';
import { visibleTo, type Earlier } from './rounds.rules.js';

/** Where the file of a photo lies. */
export function photoKey(contentHash: string): string {
  return `inspections/${contentHash.slice(0, 2)}/${contentHash}.webp`;
}

/** The files of inspectors' photos, for officials of the area who may see the inspection. */
@Injectable()
export class InspectionPhotos {
  constructor(
    private readonly db: Database,
    private readonly files: FileStorage,
  ) {}

  /** @throws Problem `not-found`, also for one of another area or of a finding not to be seen yet; `inspection.photo-gone` where its file is not kept any more */
  async file(actor: Actor, sampleId: string, id: string): Promise<{ stream: Readable; size: number }> {
    const rows = await sql<Naming>(this.db.read, STATEMENT, [...reachParams(areaOf(actor)), sampleId, id]);
    const byItem = [...Map.groupBy(rows, ({ productId }) => productId).values()];
    const seen = byItem.flatMap((one) => visibleTo(one[0]!.double, one, actor.accountId)).find(({ shows }) => shows);
    if (!seen) throw platformProblem('not-found');
    const file = await this.files.open(photoKey(seen.contentHash));
    if (!file) throw auditProblem('inspection.photo-gone');
    return file;
  }
}

interface Naming extends Earlier {
  productId: string;
  double: boolean;
  contentHash: string;
  /** It names the photo. */
  shows: boolean;
}

// All inspections of the items of which one names the photo.
const STATEMENT = `
select inspection.id, inspection.product_id as "productId", inspection.round, inspection.inspected_by as "inspectedBy", item.double, photo.content_hash as "contentHash",
  photo.id = any(inspection.photo_ids) as shows
from audit.inspection_photo photo
join audit.sample_item item on item.sample_id = photo.sample_id
join audit.inspection on inspection.sample_id = item.sample_id and inspection.product_id = item.product_id
where photo.id = $4 and photo.sample_id = $3 and ${inReach('item')}
  and exists (select 1 from audit.inspection naming
              where naming.sample_id = item.sample_id and naming.product_id = item.product_id and photo.id = any(naming.photo_ids))
order by inspection.sequence`;
