import { sql, type Tx } from '@choxa/platform';
import type { Scope } from '../../scope/scope.js';
import { labelHeadlines, type LabelHeadline } from './label-headlines.js';
import { IN_SCOPE, productParams } from './product-scope.sql.js';

/** A label field that was missing. */
export interface MissingField {
  field: string;
  lines: number;
  netLines: number;
  products: number;
}

/** SQL: lines by product and field. */
const GAP = `
  select product_id, field, sum(lines) as lines, sum(net_lines) as net_lines from audit.product_gap where ${IN_SCOPE} group by product_id, field`;

/** The missing fields of a scope, those of most lines first. */
export function missingFields(tx: Tx, scope: Scope): Promise<MissingField[]> {
  return sql<MissingField>(
    tx,
    `select field, sum(lines)::bigint as lines, sum(net_lines)::bigint as "netLines", count(*) as products
     from (${GAP}) gap group by field order by lines desc, field collate "C"`,
    productParams(scope),
  );
}

/** What mending one field on all lines, and nothing else, would bring. */
export interface Gap extends MissingField {
  /** Products that lack only this field: with it they would count. */
  mended: number;
  netMended: number;
}

/** What products lack, beside the share that they lower. */
export interface Gaps {
  of: LabelHeadline;
  /** The greatest gain first. */
  gaps: Gap[];
}

/** Which missing field would raise the share of a scope most; two reads, so of one moment only in a snapshot. */
export async function labelGaps(tx: Tx, scope: Scope): Promise<Gaps> {
  const [of] = await labelHeadlines(tx, [scope]);
  return { of: of!, gaps: await sql<Gap>(tx, STATEMENT, productParams(scope)) };
}

// `product`: which fields the failing lines of a product lack. Where it is one field and all of them lack it, mending it mends the product.
const STATEMENT = `
with gap as materialized (${GAP}),
failing as (
  select product_id, sum(lines - compliant_lines) as lines, sum(net_lines - net_compliant_lines) as net_lines
  from audit.product_period where ${IN_SCOPE} and not service and not compliant group by product_id
),
product as materialized (
  select count(*) as fields, min(field) as field, min(gap.lines) as lines, min(failing.lines) as failing_lines,
    count(*) filter (where gap.net_lines > 0) as net_fields, min(field) filter (where gap.net_lines > 0) as net_field,
    max(gap.net_lines) as net_lines, min(failing.net_lines) as net_failing_lines
  from gap join failing using (product_id) group by product_id
),
mended as (select field, count(*) as mended from product where fields = 1 and lines = failing_lines group by field),
net_mended as (
  select net_field as field, count(*) as net_mended from product where net_fields = 1 and net_lines = net_failing_lines group by net_field
)
select field, sum(lines)::bigint as lines, sum(net_lines)::bigint as "netLines", count(*) as products,
  coalesce(min(mended), 0) as mended, coalesce(min(net_mended), 0) as "netMended"
from gap left join mended using (field) left join net_mended using (field)
group by field order by mended desc, products desc, field collate "C"`;
