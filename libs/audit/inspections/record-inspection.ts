import { Injectable } from '@nestjs/common';
import { Clock, Database, platformProblem, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { auditProblem } from '../audit.problems.js';
import { inReach, reachParams } from '../samples/reach.js';
import { areaOf } from '../scope/area.rules.js';
import type { SampleItemEntity } from '../samples/sample-item.entity.js';
import { scanMatches } from './compare-scan.rules.js';
import { InspectionEntity } from './inspection.entity.js';
import { nameOfficial } from './name-official.js';
import { roundFor, type Earlier } from './rounds.rules.js';
import { outcomeOf, unansweredFields, type Verdicts } from './verdicts.rules.js';

/** What an inspector found, as their device sends it. */
export interface Finding {
  /** UUID made on the device: sent again, it is the same inspection. */
  id: string;
  productId: string;
  verdicts: Verdicts;
  remark?: string;
  scannedCode?: string;
  photoIds: string[];
  latitude?: number;
  longitude?: number;
  /** By the device's clock. */
  inspectedAt: Date;
  corrects?: string;
  reason?: string;
}

/** An official records what was found of a drawn product. */
@Injectable()
export class RecordInspection {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /**
   * Records it once, however often it is sent.
   * @throws Problem `not-found` for an item outside the official's area, `inspection.fields-missing`, `inspection.reason-missing`,
   *   `inspection.done`, `inspection.by-another`, `inspection.not-latest`, `inspection.id-used`, `inspection.photo-unknown`
   */
  async run(actor: Actor, sampleId: string, finding: Finding): Promise<void> {
    checkWhole(finding);
    await this.db.transaction(async (tx) => {
      // Two who judge one item at once: the later one sees what the earlier one said. Also two sendings of one finding.
      const item = await lockItem(tx, actor, sampleId, finding.productId);
      if (await isKnown(tx, actor, sampleId, finding)) return;
      const earlier = await sql<Earlier>(tx, EARLIER, [sampleId, finding.productId]);
      const round = roundFor(item.double, earlier, actor.accountId, finding.corrects ?? null);
      if (typeof round === 'string') throw auditProblem(round);
      await checkPhotos(tx, actor, sampleId, finding.photoIds);
      const place = { sampleId, round, sequence: earlier.length + 1 };
      await tx.insert(InspectionEntity, this.rowOf(actor, item, place, finding));
      await nameOfficial(tx, actor);
      const details = {
        sampleId,
        productId: finding.productId,
        round,
        outcome: outcomeOf(finding.verdicts),
        corrects: finding.corrects ?? null,
      };
      await this.trail.record(tx, actor, { action: 'inspection.recorded', subjectKind: 'inspection', subjectId: finding.id, details });
    });
  }

  private rowOf(actor: Actor, { label }: Item, place: Place, finding: Finding): InspectionEntity {
    const { scannedCode } = finding;
    return {
      ...place,
      id: finding.id,
      productId: finding.productId,
      inspectedBy: actor.accountId,
      verdicts: finding.verdicts,
      outcome: outcomeOf(finding.verdicts),
      remark: finding.remark ?? '',
      scannedCode: scannedCode || null,
      codeMatches: scannedCode ? scanMatches(scannedCode, label) : null,
      photoIds: finding.photoIds,
      latitude: finding.latitude ?? null,
      longitude: finding.longitude ?? null,
      inspectedAt: finding.inspectedAt,
      recordedAt: this.clock.now(),
      corrects: finding.corrects ?? null,
      reason: finding.reason ?? '',
    };
  }
}

type Place = Pick<InspectionEntity, 'sampleId' | 'round' | 'sequence'>;
type Item = Pick<SampleItemEntity, 'double' | 'label'>;

function checkWhole({ verdicts, corrects, reason, latitude, longitude }: Finding): void {
  const missing = unansweredFields(verdicts);
  if (missing.length)
    throw auditProblem('inspection.fields-missing', {
      errors: missing.map((field) => ({ pointer: '/verdicts', code: field, detail: field })),
    });
  if (Boolean(corrects) !== Boolean(reason)) throw auditProblem('inspection.reason-missing', { errors: [pointed('/reason')] });
  if ((latitude === undefined) !== (longitude === undefined))
    throw auditProblem('inspection.place-half', { errors: [pointed('/latitude')] });
}

const pointed = (pointer: string) => ({ pointer, code: 'together', detail: 'Both or neither' });

async function lockItem(tx: Tx, actor: Actor, sampleId: string, productId: string): Promise<Item> {
  const [item] = await sql<Item>(
    tx,
    `select double, label from audit.sample_item item where sample_id = $3 and product_id = $4 and ${inReach('item')} for update`,
    [...reachParams(areaOf(actor)), sampleId, productId],
  );
  if (!item) throw platformProblem('not-found');
  return item;
}

/** Whether it was recorded before. An id that stands for something else is refused: what is said otherwise under it would be lost. */
async function isKnown(tx: Tx, actor: Actor, sampleId: string, finding: Finding): Promise<boolean> {
  const { id, productId, verdicts, remark = '', scannedCode, corrects = null } = finding;
  const [known] = await sql<{ same: boolean }>(
    tx,
    `select (sample_id, product_id, inspected_by, verdicts, remark) = ($2, $3, $4, $5::jsonb, $6)
        and (scanned_code, corrects) is not distinct from ($7::text, $8::uuid) as same
       from audit.inspection where id = $1`,
    [id, sampleId, productId, actor.accountId, JSON.stringify(verdicts), remark, scannedCode || null, corrects],
  );
  if (known && !known.same) throw auditProblem('inspection.id-used');
  return Boolean(known);
}

async function checkPhotos(tx: Tx, actor: Actor, sampleId: string, photoIds: string[]): Promise<void> {
  const [own] = await sql<{ count: number }>(
    tx,
    'select count(*)::int as count from audit.inspection_photo where id::text = any($1) and sample_id = $2 and taken_by = $3',
    [photoIds, sampleId, actor.accountId],
  );
  if (own!.count !== new Set(photoIds).size) throw auditProblem('inspection.photo-unknown');
}

const EARLIER = `
select id, round, inspected_by as "inspectedBy" from audit.inspection where sample_id = $1 and product_id = $2 order by sequence`;
