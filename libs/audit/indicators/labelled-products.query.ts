import { sql, type Tx } from '@choxa/platform';
import type { Area } from '../area/area.rules.js';
import { cutOffOf, type AuditPeriod } from '../periods/audit-period.rules.js';
import { methodFor, type Indicator } from './indicator.js';

/** Indicator 12. */
export const LABELLED_PRODUCTS: Indicator = {
  number: 12,
  titleVi: 'Tỷ lệ sản phẩm đã giao dịch có đủ nhãn hiệu, mã vạch và xuất xứ rõ ràng',
  titleEn: 'Share of traded products with brand, barcode and clear origin',
  methods: [
    {
      version: '12.1',
      basis: '689/QĐ-BTTTT (2024-05-02), 654/QĐ-TTg',
      validFrom: '2024-05-02',
      validTo: null,
      targetPercent: 100,
      returnDays: 15,
      formula: '|{p : every traded line of p is compliant}| / |{p : p has a traded line}|',
      textVi:
        'Tử số: số sản phẩm mà mọi dòng hàng đã giao dịch trong kỳ đều đủ nhãn hiệu, mã vạch và xuất xứ. Mẫu số: số sản phẩm có ít nhất một dòng hàng ' +
        'đã giao dịch trong kỳ. Dòng hàng đã giao dịch là dòng hàng giao tới người nhận trong kỳ và chưa bị trả lại hết ngày thứ 15 sau khi kỳ kết thúc. ' +
        'Nhãn xét theo bản chụp lúc đặt hàng; sửa về sau không làm đổi số liệu. Nhóm 26 (dịch vụ du lịch) để riêng. Tỷ lệ làm tròn xuống hai chữ số ' +
        'thập phân; kỳ không phát sinh thì không có tỷ lệ. Tính theo giờ Việt Nam, theo tỉnh của hộ bán.',
      textEn:
        'Numerator: products all of whose traded lines in the period carry brand, barcode and origin. Denominator: products with at least one traded ' +
        'line in the period. A line is traded when it was delivered in the period and not returned by the end of the 15th day after the period. The label ' +
        'is judged by its snapshot at order time; later edits change no figure. Set 26 (tourism services) stands apart. Shares are rounded down to two ' +
        'decimals; where none arose there is no share. Vietnamese time; the province is the selling household’s.',
    },
  ],
};

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

/** Which rows of `audit.traded_line` are counted. Parameters: from, until, cut-off of returns, area. */
export const TRADED = `delivered_at >= $1 and delivered_at < $2 and (returned_at is null or returned_at >= $3)
  and ($4::text[] is null or province_code = any($4))`;

export function tradedParams(period: AuditPeriod, area: Area): unknown[] {
  return [period.from, period.until, cutOffOf(period, methodFor(LABELLED_PRODUCTS, period).returnDays), area];
}

/** All figures of indicator 12 for a period and area: one statement, so one moment. */
export async function countLabelledProducts(tx: Tx, period: AuditPeriod, area: Area): Promise<LabelledProducts> {
  const [row] = await sql<LabelledProducts>(tx, STATEMENT, tradedParams(period, area));
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
