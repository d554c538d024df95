import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Totals of `audit.product_period` per commune and set, those of closed periods too. */
export class LabelPeriods1767001000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [TABLE, SET_INDEX, FILL]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const TABLE = `
   create table audit.label_period (
     period text not null,
     version int not null,
     commune_code text not null,
     province_code text not null,
     set_code text not null,
     commune_name text not null,
     province_name text not null,
     products int not null,
     compliant_products int not null,
     strict_products int not null,
     checked_products int not null,
     brand_products int not null,
     barcode_products int not null,
     origin_products int not null,
     lines int not null,
     compliant_lines int not null,
     gtin_lines int not null,
     internal_lines int not null,
     value_vnd bigint not null,
     compliant_vnd bigint not null,
     brand_declared int not null,
     brand_format_valid int not null,
     brand_checked int not null,
     barcode_declared int not null,
     barcode_format_valid int not null,
     barcode_checked int not null,
     origin_declared int not null,
     origin_format_valid int not null,
     origin_checked int not null,
     net_products int not null,
     net_compliant_products int not null,
     net_strict_products int not null,
     net_checked_products int not null,
     net_brand_products int not null,
     net_barcode_products int not null,
     net_origin_products int not null,
     net_lines int not null,
     net_compliant_lines int not null,
     net_gtin_lines int not null,
     net_internal_lines int not null,
     net_value_vnd bigint not null,
     net_compliant_vnd bigint not null,
     net_brand_declared int not null,
     net_brand_format_valid int not null,
     net_brand_checked int not null,
     net_barcode_declared int not null,
     net_barcode_format_valid int not null,
     net_barcode_checked int not null,
     net_origin_declared int not null,
     net_origin_format_valid int not null,
     net_origin_checked int not null,
     buyer_marks bigint[] not null,
     constraint "PK_label_period" primary key (period, version, commune_code, province_code, set_code),
     constraint label_period_version check (version >= 0),
     constraint label_period_lines check (lines > 0 and compliant_lines between 0 and lines and net_lines between 0 and lines),
     constraint label_period_products check (compliant_products between 0 and products and net_products between 0 and products),
     constraint label_period_buyer_marks check (cardinality(buyer_marks) between 1 and 5)
   )`;
const SET_INDEX = 'create index label_period_set on audit.label_period (period, version, set_code)';

const FLAGS = ['compliant', 'strict', 'checked', 'brand', 'barcode', 'origin'];
const LEVELS = ['brand', 'barcode', 'origin'].flatMap((part) => ['declared', 'format_valid', 'checked'].map((level) => `${part}_${level}`));
const SUMS = ['lines', 'compliant_lines', 'gtin_lines', 'internal_lines', 'value_vnd', 'compliant_vnd', ...LEVELS];
/** Column and what it counts; a product with several rows counts by its lines only. */
const COUNTS = ['', 'net_'].flatMap((prefix) => [
  [`${prefix}products`, `count(*) filter (where sole and ${prefix}lines > 0)`],
  ...FLAGS.map((flag) => [`${prefix}${flag}_products`, `count(*) filter (where sole and ${prefix}${flag})`]),
  ...SUMS.map((sum) => [`${prefix}${sum}`, `sum(${prefix}${sum})`]),
]);
const COLUMNS = COUNTS.map(([column]) => column).join(', ');
const PLACE = 'period, version, commune_code, province_code';
const BY_SET = `group by grouping sets ((${PLACE}), (${PLACE}, set_code))`;
const FILL = `
  insert into audit.label_period (${PLACE}, set_code, commune_name, province_name, ${COLUMNS}, buyer_marks)
  select ${PLACE}, set_code, commune_name, province_name, ${COLUMNS}, buyer_marks
  from (
    select ${PLACE}, coalesce(set_code, 'all') as set_code, max(commune_name) as commune_name, max(province_name) as province_name,
      ${COUNTS.map(([column, count]) => `${count} as ${column}`).join(', ')}
    from audit.product_period where not service ${BY_SET}
  ) counted
  join (
    select ${PLACE}, coalesce(set_code, 'all') as set_code, (array_agg(distinct mark order by mark))[1:5] as buyer_marks
    from audit.product_period, unnest(buyer_marks) as mark where not service ${BY_SET}
  ) marked using (${PLACE}, set_code)`;
