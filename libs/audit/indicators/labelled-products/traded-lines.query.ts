import { decodeCursor, DEFAULT_LIMIT, pageOf, sql, type Page, type Tx } from '@choxa/platform';
import type { TradedLabelLevel } from '../../facts/traded-label.rules.js';
import type { Scope } from '../../scope/scope.js';
import { FEW } from './few-buyers.rules.js';
import { tradedLines } from './traded.sql.js';

/** A traded line as an official sees it: the seller and the label, nothing of the buyer. */
export interface TradedLineRow {
  lineId: string;
  productId: string;
  productName: string;
  householdId: string;
  householdName: string;
  communeCode: string;
  communeName: string;
  provinceCode: string;
  provinceName: string;
  setCode: string;
  deliveredAt: Date;
  quantity: number;
  amountVnd: number;
  /** Fewer than five bought the product in the period: the purchase itself is not shown. */
  fewBuyers: boolean;
  compliant: boolean;
  level: TradedLabelLevel;
  missing: string[];
  barcodeKind: 'gtin' | 'internal' | null;
  checkedByPerson: boolean;
  selfDealing: boolean;
}

export interface LinesWanted {
  compliant?: boolean | null;
  limit?: number;
  cursor?: string;
}

/**
 * The lines indicator 12 counts in the version of the scope. First those of products with enough buyers, newest first; then the others in no telling
 * sequence, for their place between dated ones would date them too.
 */
export async function listTradedLines<Item>(
  tx: Tx,
  scope: Scope,
  { compliant, limit = DEFAULT_LIMIT, cursor }: LinesWanted,
  map: (row: TradedLineRow) => Item,
): Promise<Page<Item>> {
  const [few, at, id] = cursor ? decodeCursor(cursor, 3) : [0, null, null];
  const position = [Boolean(few), at, id];
  const { table, params } = tradedLines(scope);
  const rows = await sql<TradedLineRow & { position: string | null }>(tx, statement(table, params.length + 1), [
    ...params,
    scope.period.key,
    scope.version,
    compliant ?? null,
    ...position,
    limit + 1,
  ]);
  return pageOf(rows, limit, ({ fewBuyers, position, lineId }) => [Number(fewBuyers), position, lineId], map);
}

/**
 * `first`: number of the first parameter after those of the lines. The buyers of a product are those of the whole period and nation; nearly every
 * product has one row that tells them. `is true` looks lines up in all of them at once instead of reading them for each line; the counts spare a
 * search that can find nothing.
 */
function statement(lines: string, first: number): string {
  const [KEY, VERSION, COMPLIANT, AFTER_FEW, AFTER_AT, AFTER_ID, LIMIT] = [0, 1, 2, 3, 4, 5, 6].map((index) => `$${first + index}`);
  return `
with line as not materialized (
  select * from ${lines} where ${COMPLIANT}::boolean is null or compliant = ${COMPLIANT}
),
bought_by_many as materialized (
  select product_id from audit.product_period where period = ${KEY} and version = ${VERSION} and sole and not service and buyers >= ${FEW}
  union all
  select product_id from audit.product_period, unnest(buyer_marks) as mark
  where period = ${KEY} and version = ${VERSION} and not sole and not service group by product_id having count(distinct mark) >= ${FEW}
),
shown as (
  select line.*, false as few from line
  where not ${AFTER_FEW}::boolean and (select count(*) from bought_by_many) > 0
    and (product_id in (select product_id from bought_by_many)) is true
    and (${AFTER_AT}::timestamptz is null or (delivered_at, line_id) < (${AFTER_AT}::timestamptz, ${AFTER_ID}::uuid))
  order by delivered_at desc, line_id desc limit ${LIMIT}
),
veiled as (
  select line.*, true as few from line
  where (select count(*) from shown) < ${LIMIT}
    and product_id not in (select product_id from bought_by_many) and (not ${AFTER_FEW}::boolean or line_id > ${AFTER_ID}::uuid)
  order by line_id limit ${LIMIT}
)
select line_id as "lineId", product_id as "productId", product_name as "productName", household_id as "householdId",
  household_name as "householdName", commune_code as "communeCode", commune_name as "communeName", province_code as "provinceCode",
  province_name as "provinceName", set_code as "setCode", delivered_at as "deliveredAt", quantity, amount_vnd as "amountVnd", few as "fewBuyers",
  compliant, label ->> 'level' as level, label -> 'missing' as missing, barcode_kind as "barcodeKind", checked_by_person as "checkedByPerson",
  self_dealt as "selfDealing", case when few then null else delivered_at::text end as position
from (select * from shown union all select * from veiled) line
order by few, case when few then null else delivered_at end desc, case when few then null else line_id end desc, line_id
limit ${LIMIT}`;
}
