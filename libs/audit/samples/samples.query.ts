import { decodeCursor, DEFAULT_LIMIT, pageOf, platformProblem, sql, type Actor, type Page, type PageQuery, type Tx } from '@choxa/platform';
import type { InspectionEntity } from '../inspections/inspection.entity.js';
import { roundFor, visibleTo } from '../inspections/rounds.rules.js';
import { areaOf, type Area } from '../scope/area.rules.js';
import { inReach, reachParams } from './reach.js';
import type { SampleItemEntity } from './sample-item.entity.js';
import type { SampleEntity } from './sample.entity.js';

/** A sample, and how far the part of it is that lies in the reader's area. */
export interface SampleRow extends Omit<SampleEntity, 'frame'> {
  items: number;
  /** Items that a first inspector judged, those to be inspected twice, and those that were. */
  inspected: number;
  doubleItems: number;
  inspectedTwice: number;
}

export interface InspectionRow extends InspectionEntity {
  /** What its inspector is called. */
  inspector: string;
}

export interface SampleItemRow extends Omit<SampleItemEntity, 'sampleId'> {
  /** What the reader may see of it, in the sequence in which it was recorded. */
  inspections: InspectionRow[];
  /** How many have judged it, also where the reader may not see what yet. */
  rounds: number;
  /** The reader may judge it. */
  open: boolean;
}

/** Samples with items in the official's area, the newest first. */
export async function listSamples<Item>(
  tx: Tx,
  actor: Actor,
  { limit = DEFAULT_LIMIT, cursor }: PageQuery,
  map: (row: SampleRow) => Item,
): Promise<Page<Item>> {
  const [at, id] = cursor ? decodeCursor(cursor, 2) : [null, null];
  const rows = await sql<SampleRow & { position: string }>(
    tx,
    `${SAMPLES} where $3::timestamptz is null or (drawn_at, sample.id) < ($3::timestamptz, $4::uuid) order by drawn_at desc, sample.id desc limit $5`,
    [...reachParams(areaOf(actor)), at, id, limit + 1],
  );
  return pageOf(rows, limit, (row) => [row.position, row.id], map);
}

/** @throws Problem `not-found` for one without items in the area */
export async function sampleOf(tx: Tx, area: Area, id: string): Promise<SampleRow> {
  const [row] = await sql<SampleRow>(tx, `${SAMPLES} where sample.id = $3`, [...reachParams(area), id]);
  if (!row) throw platformProblem('not-found');
  return row;
}

/** The items in an area, in the sequence of the list, with what the holder of `account` may see of their inspections. */
export async function listSampleItems(tx: Tx, area: Area, account: string, sampleId: string): Promise<SampleItemRow[]> {
  const rows = await sql<SampleItemRow>(tx, ITEMS, [...reachParams(area), sampleId]);
  if (!rows.length) throw platformProblem('not-found');
  return rows.map((row) => ({
    ...row,
    rounds: new Set(row.inspections.map(({ round }) => round)).size,
    open: typeof roundFor(row.double, row.inspections, account, null) === 'number',
    inspections: [...visibleTo(row.double, row.inspections, account)],
  }));
}

const SAMPLES = `
select sample.id, title, period, provinces, communes, seed, size, double_percent as "doublePercent", method, strata_by as "strataBy",
  frame_size as "frameSize", frame_hash as "frameHash", drawn_at as "drawnAt", drawn_by as "drawnBy", drawn_at::text as position, own.*
from audit.sample
cross join lateral (
  select count(*)::int as items, count(*) filter (where double)::int as "doubleItems",
    count(*) filter (where first_there)::int as inspected, count(*) filter (where second_there)::int as "inspectedTwice"
  from (
    select double,
      exists (select 1 from audit.inspection one where one.sample_id = sample.id and one.product_id = item.product_id and one.round = 1)
        as first_there,
      exists (select 1 from audit.inspection one where one.sample_id = sample.id and one.product_id = item.product_id and one.round = 2)
        as second_there
    from audit.sample_item item where item.sample_id = sample.id and ${inReach('item')}
  ) item
  having count(*) > 0
) own`;

const ITEMS = `
select item.product_id as "productId", item.position, item.stratum, item.double, item.product_name as "productName", item.set_code as "setCode",
  item.household_id as "householdId", item.household_name as "householdName", item.commune_code as "communeCode",
  item.commune_name as "communeName", item.province_code as "provinceCode", item.province_name as "provinceName", item.compliant,
  item.line_id as "lineId", item.label, item.lines, item.checked_lines as "checkedLines", coalesce(found.inspections, '[]') as inspections
from audit.sample_item item
left join lateral (
  select jsonb_agg(jsonb_build_object(
    'id', inspection.id, 'sequence', inspection.sequence, 'round', inspection.round, 'inspectedBy', inspection.inspected_by, 'inspector', inspector.name,
    'verdicts', inspection.verdicts, 'outcome', inspection.outcome, 'remark', inspection.remark, 'scannedCode', inspection.scanned_code,
    'codeMatches', inspection.code_matches, 'photoIds', inspection.photo_ids, 'latitude', inspection.latitude,
    'longitude', inspection.longitude, 'inspectedAt', inspection.inspected_at, 'recordedAt', inspection.recorded_at,
    'corrects', inspection.corrects, 'reason', inspection.reason) order by inspection.sequence) as inspections
  from audit.inspection join audit.inspector on inspector.account_id = inspection.inspected_by
  where inspection.sample_id = item.sample_id and inspection.product_id = item.product_id
) found on true
where item.sample_id = $3 and ${inReach('item')}
order by item.position`;
