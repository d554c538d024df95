import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far each household of the registers came in each period, for indicator 11. */
export class RegisterPeriods1767002001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const firstSale = (which: string) => `
  select delivered_at from audit.traded_line line
   where line.household_id = entry.household_id and delivered_at >= from_at and delivered_at < until_at
     and (returned_at is null or returned_at >= cut_off_at) and ${which}
   order by delivered_at limit 1`;

const STATEMENTS = [
  `create table audit.register_period (
     period text not null,
     entry_id uuid not null,
     household_id uuid,
     province_code text not null,
     commune_code text not null,
     recognised boolean not null,
     shown_at timestamptz,
     sold_at timestamptz,
     sold_to_others_at timestamptz,
     constraint "PK_register_period" primary key (period, entry_id),
     constraint register_period_sold check (sold_to_others_at >= sold_at)
   )`,
  // The years from the oldest register's to the last delivery's.
  `with year as (
     select year, zone
       from (select greatest(2000, extract(year from min(as_of))::int) as first from audit.register_version having count(*) > 0) oldest
      cross join (select 'Asia/Ho_Chi_Minh' as zone) local
      cross join (select extract(year from timezone('Asia/Ho_Chi_Minh', max(delivered_at)))::int as last from audit.traded_line) latest
      cross join generate_series(first, greatest(first, last)) as year
   ),
   quarter as (select year, zone, quarter, (make_date(year, quarter * 3 - 2, 1) + interval '3 months')::date as next_day
     from year, generate_series(1, 4) as quarter),
   day as (
     select year || '-Q' || quarter as key, (next_day - interval '3 months')::date as first_day, next_day, zone from quarter
     union all select year || '-Q' || quarter || '-YTD', make_date(year, 1, 1), next_day, zone from quarter
     union all select year::text, make_date(year, 1, 1), make_date(year + 1, 1, 1), zone from year
   ),
   period as (
     select key, first_day, next_day - 1 as last_day, first_day::timestamp at time zone zone as from_at, next_day::timestamp at time zone zone as until_at,
       (next_day + 15)::timestamp at time zone zone as cut_off_at from day
   )
   insert into audit.register_period (period, entry_id, household_id, province_code, commune_code, recognised, shown_at, sold_at, sold_to_others_at)
   select key, entry_id, household_id, province_code, commune_code, recognised, shown_at, sold_at, sold_to_others_at
     from period
    cross join lateral (
      select distinct on (commune_code) version_id, province_code, commune_code from audit.register_version
       where as_of <= last_day order by commune_code, as_of desc, version desc) register
     join audit.register_entry entry using (version_id)
    cross join lateral (
      select
        exists (select from audit.recognition held where held.household_id = entry.household_id and held.valid_from <= last_day
                  and held.valid_to >= first_day and coalesce(held.revoked_on > first_day, true)) as recognised,
        (select min(ends - (shown - interval '1 day')) from (
           select least(before, until_at) as ends,
                  sum(least(before, until_at) - greatest(since, from_at)) over (partition by product_id order by since) as shown
             from (select product_id, on_sale, at as since, lead(at, 1, 'infinity') over (partition by product_id order by at) as before
                     from audit.product_display where household_id = entry.household_id) stay
            where on_sale and since < until_at and before > from_at) counted
          where shown >= interval '1 day') as shown_at,
        (${firstSale('true')}) as sold_at,
        (${firstSale(`self_dealing = '{}'`)}) as sold_to_others_at
      offset 0) came`,
  `create index register_period_commune on audit.register_period (commune_code, period)`,
  `create index register_period_household on audit.register_period (household_id, period)`,
];
