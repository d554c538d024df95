import { sql, type Tx } from '@choxa/platform';
import type { Cut, Scope } from '../../scope/scope.js';
import { FEW } from './few-buyers.rules.js';
import type { LabelCounts } from './labelled-products.query.js';
import { IN_SCOPE, perProduct, productParams } from './product-scope.sql.js';

/** What a row of the breakdown counts. */
export interface LabelCell extends Omit<LabelCounts, 'gtinProducts' | 'gtinLines' | 'internalLines' | 'levels'> {
  code: string;
  name: string;
  netProducts: number;
  netCompliantProducts: number;
  /** Distinct buyers; FEW stands for as many or more. */
  buyers: number;
}

/** Columns of code and name of each kind of row; a set is named by its code. */
const CUT_BY = {
  province: ['province_code', 'province_name'],
  commune: ['commune_code', 'commune_name'],
  household: ['household_id', 'household_name'],
  product: ['product_id', 'product_name'],
  set: ['set_code', 'set_code'],
} as const;
export type LabelCut = keyof typeof CUT_BY;

export function isLabelCut(cut: Cut): cut is LabelCut {
  return cut in CUT_BY;
}

/** Indicator 12 of a scope by province, commune, household, product or set, ordered by code. */
export function breakDownLabelled(tx: Tx, scope: Scope, by: LabelCut): Promise<LabelCell[]> {
  const [code, name] = CUT_BY[by];
  return sql<LabelCell>(tx, statement(code, name), productParams(scope));
}

const statement = (code: string, name: string) => `
with cell as not materialized (
  select ${code}::text as code, ${name} as name, product_period.* from audit.product_period where ${IN_SCOPE} and not service
),
product as (${perProduct(['lines', 'net_lines', 'compliant_lines', 'value_vnd', 'compliant_vnd'], { largest: ['name', 'buyers'] })}),
total as (
  select code, max(name) as name, max(buyers) as most_buyers,
    count(*) as "products",
    count(*) filter (where compliant) as "compliantProducts",
    count(*) filter (where strict) as "strictProducts",
    count(*) filter (where checked) as "checkedProducts",
    count(*) filter (where brand) as "brandProducts",
    count(*) filter (where barcode) as "barcodeProducts",
    count(*) filter (where origin) as "originProducts",
    count(*) filter (where net_lines > 0) as "netProducts",
    count(*) filter (where net_compliant) as "netCompliantProducts",
    sum(lines)::bigint as "lines",
    sum(compliant_lines)::bigint as "compliantLines",
    sum(value_vnd)::bigint as "valueVnd",
    sum(compliant_vnd)::bigint as "compliantVnd"
  from product group by code
),
few as (
  select code, count(distinct mark) as buyers from cell, unnest(buyer_marks) as mark
  where code in (select code from total where most_buyers < ${FEW}) group by code
)
select total.*, least(coalesce(few.buyers, ${FEW}), ${FEW})::int as buyers from total left join few using (code) order by code collate "C"`;
