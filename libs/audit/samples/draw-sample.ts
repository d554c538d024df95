import { randomBytes, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { Clock, Database, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { auditProblem } from '../audit.problems.js';
import type { Scope } from '../scope/scope.js';
import { Scopes } from '../scope/scopes.js';
import { cutIntoStrata, DRAW_METHOD, drawSample, frameHash, frameText, type DrawnItem, type Strata } from './draw.rules.js';
import { readFrame, type FrameRow } from './frame.query.js';
import { SampleItemEntity } from './sample-item.entity.js';
import { SampleStratumEntity } from './sample-stratum.entity.js';
import { SampleEntity } from './sample.entity.js';

/** What an official asks for: of which period and part of his area, how many products; all of it unless told. */
export interface SampleWanted {
  title?: string;
  period?: string;
  province?: string;
  commune?: string;
  size: number;
  /** Made up when empty. */
  seed?: string;
  doublePercent: number;
}

/** An official draws a sample of what was traded in his area, to have it inspected. Each drawing stays on record, so nobody draws until it suits. */
@Injectable()
export class DrawSample {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly scopes: Scopes,
    private readonly trail: Trail,
  ) {}

  /** Answers the sample's id. @throws Problem `period.unknown`, `not-found` for a foreign area, `sample.nothing-traded` */
  async run(actor: Actor, wanted: SampleWanted): Promise<string> {
    const { period, province, commune } = wanted;
    const { scope } = await this.scopes.read(actor, { period, province, commune });
    const places = placesOf(scope);
    const draw = { seed: wanted.seed || randomBytes(8).toString('hex'), size: wanted.size, doublePercent: wanted.doublePercent };
    const id = randomUUID();
    return this.db.transaction(async (tx) => {
      const frame = await readFrame(tx, scope);
      if (!frame.length) throw auditProblem('sample.nothing-traded');
      const strata = cutIntoStrata(frame, draw.size);
      const items = drawSample(strata, draw);
      const text = frameText(frame);
      await tx.insert(SampleEntity, {
        ...draw,
        id,
        title: wanted.title ?? '',
        ...places,
        period: scope.period.key,
        method: DRAW_METHOD,
        strataBy: strata.by,
        frameSize: frame.length,
        frameHash: frameHash(text),
        frame: await promisify(gzip)(text),
        drawnAt: this.clock.now(),
        drawnBy: actor.accountId,
      });
      await tx.insert(SampleStratumEntity, stratumRows(id, strata, frame, items));
      await insertItems(tx, id, frame, items);
      const details = { ...draw, ...places, period: scope.period.key, frameHash: frameHash(text) };
      await this.trail.record(tx, actor, { action: 'sample.drawn', subjectKind: 'sample', subjectId: id, details });
      return id;
    });
  }
}

/** Where is drawn from: the one place asked for, else all the official may see. */
function placesOf({ area, filters: { province, commune } }: Scope): Pick<SampleEntity, 'provinces' | 'communes'> {
  if (commune) return { provinces: [], communes: [commune] };
  if (province) return { provinces: [province], communes: [] };
  return { provinces: area && [...area.provinces], communes: area && [...area.communes] };
}

function stratumRows(sampleId: string, { by, strata }: Strata, frame: readonly FrameRow[], items: readonly DrawnItem[]) {
  const rows = new Map(frame.map((row) => [row.productId, row]));
  return strata.map(({ key, units }) => {
    const members = units.map(({ productId }) => rows.get(productId)!);
    return {
      sampleId,
      key,
      provinceCode: by === 'none' ? null : members[0]!.provinceCode,
      setCode: by === 'province-set' ? members[0]!.setCode : null,
      units: members.length,
      compliantUnits: members.filter(({ compliant }) => compliant).length,
      lines: members.reduce((sum, { lines }) => sum + lines, 0),
      checkedLines: members.reduce((sum, { checkedLines }) => sum + checkedLines, 0),
      drawn: items.filter(({ stratum }) => stratum === key).length,
    };
  });
}

/** Items with the names and the label of their latest line, numbered commune by commune, as one travels. */
async function insertItems(tx: Tx, sampleId: string, frame: readonly FrameRow[], items: readonly DrawnItem[]): Promise<void> {
  const rows = new Map(frame.map((row) => [row.productId, row]));
  const lines = await sql<SampleItemEntity>(tx, LINES, [items.map(({ productId }) => rows.get(productId)!.lineId)]);
  const drawn = new Map(items.map((item) => [item.productId, item]));
  await tx.insert(
    SampleItemEntity,
    lines.map((line, at) => {
      const { compliant, lines: count, checkedLines } = rows.get(line.productId)!;
      const { stratum, double } = drawn.get(line.productId)!;
      return { ...line, sampleId, position: at + 1, stratum, double, compliant, lines: count, checkedLines };
    }),
  );
}

const LINES = `
select line_id as "lineId", product_id as "productId", product_name as "productName", set_code as "setCode", household_id as "householdId",
  household_name as "householdName", commune_code as "communeCode", commune_name as "communeName", province_code as "provinceCode",
  province_name as "provinceName", label
from audit.traded_line where line_id = any($1)
order by province_code, commune_code, household_name, product_name, product_id`;
