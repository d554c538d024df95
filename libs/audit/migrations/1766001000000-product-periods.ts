import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Totals of the traded lines per product and period, and the label fields they lack. */
export class ProductPeriods1766001000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...STATEMENTS, FILL_PERIODS, FILL_GAPS]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const STATEMENTS = [
  `create table audit.product_period (
     period text not null,
     version int not null,
     product_id uuid not null,
     household_id uuid not null,
     commune_code text not null,
     set_code text not null,
     service boolean not null,
     product_name text not null,
     household_name text not null,
     commune_name text not null,
     province_code text not null,
     province_name text not null,
     lines int not null,
     compliant_lines int not null,
     gtin_lines int not null,
     internal_lines int not null,
     value_vnd bigint not null,
     compliant_vnd bigint not null,
     compliant boolean not null,
     strict boolean not null,
     checked boolean not null,
     brand boolean not null,
     barcode boolean not null,
     gtin boolean not null,
     origin boolean not null,
     brand_declared int not null,
     brand_format_valid int not null,
     brand_checked int not null,
     barcode_declared int not null,
     barcode_format_valid int not null,
     barcode_checked int not null,
     origin_declared int not null,
     origin_format_valid int not null,
     origin_checked int not null,
     net_lines int not null,
     net_compliant_lines int not null,
     net_gtin_lines int not null,
     net_internal_lines int not null,
     net_value_vnd bigint not null,
     net_compliant_vnd bigint not null,
     net_compliant boolean,
     net_strict boolean,
     net_checked boolean,
     net_brand boolean,
     net_barcode boolean,
     net_gtin boolean,
     net_origin boolean,
     net_brand_declared int not null,
     net_brand_format_valid int not null,
     net_brand_checked int not null,
     net_barcode_declared int not null,
     net_barcode_format_valid int not null,
     net_barcode_checked int not null,
     net_origin_declared int not null,
     net_origin_format_valid int not null,
     net_origin_checked int not null,
     sole boolean not null,
     buyers int not null,
     buyer_marks bigint[] not null,
     constraint "PK_product_period" primary key (period, version, product_id, household_id, commune_code, set_code, service),
     constraint product_period_version check (version >= 0),
     constraint product_period_lines check (lines > 0 and net_lines between 0 and lines),
     constraint product_period_compliant check (compliant = (compliant_lines = lines)),
     constraint product_period_buyer_marks check (cardinality(buyer_marks) = least(buyers, 5))
   )`,
  `create index product_period_province on audit.product_period (period, version, province_code)`,
  `create index product_period_commune on audit.product_period (period, version, commune_code)`,
  `create index product_period_household on audit.product_period (period, version, household_id)`,
  `create index product_period_apart on audit.product_period (period, version) where not sole or service`,
  `create table audit.product_gap (
     period text not null,
     version int not null,
     product_id uuid not null,
     household_id uuid not null,
     commune_code text not null,
     set_code text not null,
     field text not null,
     province_code text not null,
     lines int not null,
     net_lines int not null,
     constraint "PK_product_gap" primary key (period, version, product_id, household_id, commune_code, set_code, field),
     constraint product_gap_version check (version >= 0),
     constraint product_gap_lines check (lines > 0 and net_lines between 0 and lines)
   )`,
  `create index product_gap_province on audit.product_gap (period, version, province_code)`,
  `create index product_gap_commune on audit.product_gap (period, version, commune_code)`,
  `create index traded_line_product on audit.traded_line (product_id, delivered_at)`,
];

// The totals of the lines that are there already; none of them is known to be self-dealing.
const LINES = `
  with year as (
    select generate_series(extract(year from min(delivered_at) at time zone zone)::int, extract(year from max(delivered_at) at time zone zone)::int)
      as year, zone
    from audit.traded_line, (select 'Asia/Ho_Chi_Minh' as zone) local group by zone
  ),
  quarter as (select year, zone, quarter, (make_date(year, quarter * 3 - 2, 1) + interval '3 months')::date as next_day
    from year, generate_series(1, 4) as quarter),
  day as (
    select year || '-Q' || quarter as key, (next_day - interval '3 months')::date as first_day, next_day, zone from quarter
    union all select year || '-Q' || quarter || '-YTD', make_date(year, 1, 1), next_day, zone from quarter
    union all select year::text, make_date(year, 1, 1), make_date(year + 1, 1, 1), zone from year
  ),
  period as (
    select key, first_day::timestamp at time zone zone as from_at, next_day::timestamp at time zone zone as until_at,
      (next_day + 15)::timestamp at time zone zone as cut_off_at from day
  ),
  traded as (
    select key, line.* from period join audit.traded_line line on line.delivered_at >= from_at and line.delivered_at < until_at
      and (line.returned_at is null or line.returned_at >= cut_off_at)
  )`;
const COUNTED = [
  'lines',
  'compliant_lines',
  'gtin_lines',
  'internal_lines',
  'value_vnd',
  'compliant_vnd',
  'compliant',
  'strict',
  'checked',
  'brand',
  'barcode',
  'gtin',
  'origin',
  'brand_declared',
  'brand_format_valid',
  'brand_checked',
  'barcode_declared',
  'barcode_format_valid',
  'barcode_checked',
  'origin_declared',
  'origin_format_valid',
  'origin_checked',
];
const FILL_PERIODS = `
  insert into audit.product_period (period, version, product_id, household_id, commune_code, set_code, service,
    product_name, household_name, commune_name, province_code, province_name, ${COUNTED.join(', ')},
    ${COUNTED.map((column) => `net_${column}`).join(', ')}, sole, buyers, buyer_marks)
  ${LINES}
  select key, 0, product_id, household_id, commune_code, set_code, service,
    product_name, household_name, commune_name, province_code, province_name, ${COUNTED.join(', ')}, ${COUNTED.join(', ')},
    count(*) over (partition by key, product_id) = 1, cardinality(marks), marks[1:5]
  from (
    select key, product_id, household_id, commune_code, set_code, service, max(product_name) as product_name,
      max(household_name) as household_name, max(commune_name) as commune_name, max(province_code) as province_code,
      max(province_name) as province_name,
      count(*) as lines,
      count(*) filter (where compliant) as compliant_lines,
      count(*) filter (where barcode_kind = 'gtin') as gtin_lines,
      count(*) filter (where barcode_kind = 'internal') as internal_lines,
      sum(amount_vnd) as value_vnd,
      coalesce(sum(amount_vnd) filter (where compliant), 0) as compliant_vnd,
      bool_and(compliant) as compliant,
      bool_and(compliant and coalesce(barcode_kind = 'gtin', false)) as strict,
      bool_and(compliant and checked_by_person) as checked,
      bool_and(brand_ok) as brand,
      bool_and(barcode_ok) as barcode,
      bool_and(barcode_ok and coalesce(barcode_kind = 'gtin', false)) as gtin,
      bool_and(origin_ok) as origin,
      count(*) filter (where label #>> '{parts,brand}' = 'declared') as brand_declared,
      count(*) filter (where label #>> '{parts,brand}' = 'format_valid') as brand_format_valid,
      count(*) filter (where label #>> '{parts,brand}' = 'checked') as brand_checked,
      count(*) filter (where label #>> '{parts,barcode}' = 'declared') as barcode_declared,
      count(*) filter (where label #>> '{parts,barcode}' = 'format_valid') as barcode_format_valid,
      count(*) filter (where label #>> '{parts,barcode}' = 'checked') as barcode_checked,
      count(*) filter (where label #>> '{parts,origin}' = 'declared') as origin_declared,
      count(*) filter (where label #>> '{parts,origin}' = 'format_valid') as origin_format_valid,
      count(*) filter (where label #>> '{parts,origin}' = 'checked') as origin_checked,
      array_agg(distinct hashtextextended(buyer_phone_hash || key, 0)) as marks
    from traded group by key, product_id, household_id, commune_code, set_code, service
  ) counted`;
const FILL_GAPS = `
  insert into audit.product_gap (period, version, product_id, household_id, commune_code, set_code, field, province_code, lines, net_lines)
  ${LINES}
  select key, 0, product_id, household_id, commune_code, set_code, field, max(province_code), count(distinct line_id), count(distinct line_id)
  from traded cross join lateral jsonb_array_elements_text(label -> 'missing') as field
  where not compliant and not service group by key, product_id, household_id, commune_code, set_code, field`;
