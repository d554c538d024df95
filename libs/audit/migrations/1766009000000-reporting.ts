import type { MigrationInterface, QueryRunner } from 'typeorm';
import { REPORTING_ROLE } from './reporting-role.js';

/** Views for tools that read figures, and the role that reads them and nothing else. Later than the tables it reads, hence its timestamp. */
export class Reporting1766009000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [REPORTING_ROLE, 'create schema if not exists reporting', ...VIEWS, ...GRANTS]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const QUARTER = `to_char(line.delivered_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY"-Q"Q')`;
/** Fewer than five buyers: purchases are not told one by one, and no sum of money is. */
const ENOUGH = 'coalesce(total.buyers, 0) >= 5';

const VIEWS = [
  // Nothing of a buyer and no id of an order: a line is known by its product, its seller and, where enough have bought, its day.
  `create view reporting.traded_line as
   select ${QUARTER} as quarter, line.product_id, line.product_name, line.household_id, line.household_name, line.commune_code, line.commune_name,
     line.province_code, line.province_name, line.set_code, line.service, line.compliant, line.brand_ok, line.barcode_ok, line.origin_ok,
     line.barcode_kind, line.checked_by_person, line.label -> 'missing' as missing, line.returned_at is not null as returned,
     not (${ENOUGH}) as few_buyers,
     case when ${ENOUGH} then (line.delivered_at at time zone 'Asia/Ho_Chi_Minh')::date end as delivered_on,
     case when ${ENOUGH} then line.quantity end as quantity,
     case when ${ENOUGH} then line.amount_vnd end as amount_vnd
   from audit.traded_line line
   left join audit.product_period total on total.period = ${QUARTER} and total.version = 0 and total.product_id = line.product_id
     and total.household_id = line.household_id and total.commune_code = line.commune_code and total.set_code = line.set_code
     and total.service = line.service`,
  `create view reporting.product_period as
   select period, version, product_id, product_name, household_id, household_name, commune_code, commune_name, province_code, province_name, set_code,
     service, lines, compliant_lines, gtin_lines, internal_lines, compliant, strict, checked, brand, barcode, origin, net_lines, net_compliant_lines,
     net_compliant, net_strict, net_checked, net_brand, net_barcode, net_origin, not (${ENOUGH}) as few_buyers,
     case when ${ENOUGH} then value_vnd end as value_vnd,
     case when ${ENOUGH} then compliant_vnd end as compliant_vnd,
     case when ${ENOUGH} then net_value_vnd end as net_value_vnd,
     case when ${ENOUGH} then net_compliant_vnd end as net_compliant_vnd
   from audit.product_period total`,
  `create view reporting.product_gap as
   select period, version, product_id, household_id, commune_code, province_code, set_code, field, lines, net_lines from audit.product_gap`,
  `create view reporting.parcel_period as
   select period, version, province_code, commune_code, operator_code, outcome, nullif(delivery_place, '') as delivery_place,
     nullif(failure_reason, '') as failure_reason, at_once, digital_address, parcels from audit.parcel_period`,
  `create view reporting.posting_period as
   select period, version, province_code, commune_code, operator_code, by_system, parcels, postage_vnd from audit.posting_period`,
  `create view reporting.closed_period as
   select period, version, closed_at, reason, sha256, signature, key_id from audit.period_version`,
  `create view reporting.closed_figure as
   select period, version, indicator, place_kind, place_code, (figure ->> 'numerator')::bigint as numerator,
     (figure ->> 'denominator')::bigint as denominator, (figure #>> '{net,numerator}')::bigint as net_numerator,
     (figure #>> '{net,denominator}')::bigint as net_denominator
   from audit.period_figure`,
  `create view reporting.register_coverage as
   select register.commune_code, register.province_code, register.as_of, register.version, count(entry.entry_id) as households,
     count(entry.household_id) as on_platform
   from audit.register_version register left join audit.register_entry entry on entry.version_id = register.version_id
   group by register.version_id, register.commune_code, register.province_code, register.as_of, register.version`,
];

const GRANTS = ['grant usage on schema reporting to choxa_reporting', 'grant select on all tables in schema reporting to choxa_reporting'];
