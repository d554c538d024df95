import { sql, type Tx } from '@choxa/platform';
import { cutOffOf } from '../../periods/audit-period.rules.js';
import type { Scope } from '../../scope/scope.js';
import { inPlace, placeParams } from '../../scope/scope.sql.js';
import { methodFor } from '../indicator.js';
import { LABELLED_METHODS } from './labelled-methods.js';

interface Counts {
  products: number;
  compliantProducts: number;
  strictProducts: number;
  checkedProducts: number;
  brandProducts: number;
  barcodeProducts: number;
  originProducts: number;
  lines: number;
  compliantLines: number;
  valueVnd: number;
  compliantVnd: number;
  serviceProducts: number;
  serviceLines: number;
  serviceVnd: number;
}

export interface LabelledProducts extends Counts {
  provinces: { code: string; name: string; products: number; compliantProducts: number }[];
  missing: { field: string; lines: number; products: number }[];
}

/** Which rows of `audit.traded_line` are counted; parameters by {@link tradedParams}. */
export const TRADED = `delivered_at >= $1 and delivered_at < $2 and (returned_at is null or returned_at >= $3)
  and ($4::uuid is null or household_id = $4) and ($5::uuid is null or product_id = $5) and ($6::text is null or set_code = $6) and ${inPlace(7)}`;
/** The first parameter after those. */
export const AFTER_TRADED = 11;

export function tradedParams(scope: Scope): unknown[] {
  const { period, filters } = scope;
  const { returnDays } = methodFor({ methods: LABELLED_METHODS }, period);
  const things = [filters.household ?? null, filters.product ?? null, filters.set ?? null];
  return [period.from, period.until, cutOffOf(period, returnDays), ...things, ...placeParams(scope)];
}

/** All figures of indicator 12 for a scope: one statement, so one moment. */
export async function countLabelledProducts(tx: Tx, scope: Scope): Promise<LabelledProducts> {
  const [row] = await sql<LabelledProducts>(tx, STATEMENT, tradedParams(scope));
  return row!;
}

// One pass over the lines, to one row per product and province; everything but the gaps is told from those rows. A product counts when all its lines
// do: bool_and. Without a barcode the kind is null, which bool_and would skip: hence coalesce.
const STATEMENT = `
with traded as materialized (
  select province_code, product_id, service, max(province_name) as name,
    count(*) as lines,
    count(*) filter (where compliant) as compliant_lines,
    sum(amount_vnd) as value_vnd,
    coalesce(sum(amount_vnd) filter (where compliant), 0) as compliant_vnd,
    bool_and(compliant) as compliant,
    bool_and(compliant and coalesce(barcode_kind = 'gtin', false)) as strict,
    bool_and(compliant and checked_by_person) as checked,
    bool_and(brand_ok) as brand,
    bool_and(barcode_ok) as barcode,
    bool_and(origin_ok) as origin
  from audit.traded_line where ${TRADED} group by province_code, product_id, service
),
goods as (select * from traded where not service),
product as (
  select bool_and(compliant) as compliant, bool_and(strict) as strict, bool_and(checked) as checked,
    bool_and(brand) as brand, bool_and(barcode) as barcode, bool_and(origin) as origin
  from goods group by product_id
),
province as (
  select province_code as code, max(name) as name, count(*) as products, count(*) filter (where compliant) as compliant_products
  from goods group by province_code
),
gap as (
  select field, count(distinct line_id) as lines, count(distinct product_id) as products
  from audit.traded_line, jsonb_array_elements_text(label -> 'missing') as field
  where ${TRADED} and not service and not compliant group by field
),
of_products as (
  select count(*) as "products",
    count(*) filter (where compliant) as "compliantProducts",
    count(*) filter (where strict) as "strictProducts",
    count(*) filter (where checked) as "checkedProducts",
    count(*) filter (where brand) as "brandProducts",
    count(*) filter (where barcode) as "barcodeProducts",
    count(*) filter (where origin) as "originProducts"
  from product
),
of_lines as (
  select coalesce(sum(lines), 0)::bigint as "lines",
    coalesce(sum(compliant_lines), 0)::bigint as "compliantLines",
    coalesce(sum(value_vnd), 0)::bigint as "valueVnd",
    coalesce(sum(compliant_vnd), 0)::bigint as "compliantVnd"
  from goods
),
of_services as (
  select count(distinct product_id) as "serviceProducts",
    coalesce(sum(lines), 0)::bigint as "serviceLines",
    coalesce(sum(value_vnd), 0)::bigint as "serviceVnd"
  from traded where service
)
select of_products.*, of_lines.*, of_services.*,
  coalesce((select jsonb_agg(jsonb_build_object(
    'code', code, 'name', name, 'products', products, 'compliantProducts', compliant_products) order by code) from province), '[]') as provinces,
  coalesce((select jsonb_agg(jsonb_build_object('field', field, 'lines', lines, 'products', products) order by lines desc, field) from gap), '[]')
    as missing
from of_products, of_lines, of_services`;
