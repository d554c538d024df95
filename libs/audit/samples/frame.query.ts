import { sql, type Tx } from '@choxa/platform';
import { methodFor } from '../indicators/indicator.js';
import { LABELLED_METHODS } from '../indicators/labelled-products/labelled-methods.js';
import { cutOffOf } from '../periods/audit-period.rules.js';
import type { Scope } from '../scope/scope.js';
import { inPlace, placeParams } from '../scope/scope.sql.js';
import type { FrameUnit } from './draw.rules.js';

/** A product that may be drawn, with what the item made of it needs. */
export interface FrameRow extends FrameUnit {
  /** Its latest traded line: its place and set, and the label to be compared. */
  lineId: string;
  lines: number;
  /** Lines whose pack a post clerk scanned at acceptance and found right. */
  checkedLines: number;
}

/** The products that indicator 12 counts for a period and place, as its facts are now. Services are not among them. */
export async function readFrame(tx: Tx, scope: Scope): Promise<FrameRow[]> {
  const { period } = scope;
  const { returnDays } = methodFor({ methods: LABELLED_METHODS }, period);
  return sql<FrameRow>(tx, STATEMENT, [period.from, period.until, cutOffOf(period, returnDays), ...placeParams(scope)]);
}

const STATEMENT = `
select distinct on (product_id) product_id as "productId", line_id as "lineId", province_code as "provinceCode", set_code as "setCode",
  commune_code as "communeCode", household_id as "householdId", bool_and(compliant) over product as compliant,
  (count(*) over product)::int as lines, (count(*) filter (where checked_by_person) over product)::int as "checkedLines"
from audit.traded_line
where delivered_at >= $1 and delivered_at < $2 and (returned_at is null or returned_at >= $3) and not service
  and ${inPlace(4)}
window product as (partition by product_id)
order by product_id, delivered_at desc, line_id desc`;
