import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The lines that count in a closed version. Of versions closed before, the lines that count now: from here on they stay. */
export class PeriodLines1767004001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit.period_line (
        period text not null,
        version int not null,
        product_id uuid not null,
        line_ids uuid[] not null,
        self_dealing_ids uuid[] not null,
        constraint "PK_period_line" primary key (period, version, product_id),
        constraint period_line_version check (version > 0),
        constraint period_line_ids check (cardinality(line_ids) > 0 and self_dealing_ids <@ line_ids)
      )`);
    await runner.query(`
      insert into audit.period_line (period, version, product_id, line_ids, self_dealing_ids)
      with told as (
        select period, version, left(period, 4)::int as year, substring(period from 'Q([1-4])')::int as quarter, period like '%-YTD' as to_date
        from audit.period_version
      ),
      days as (
        select period, version,
          make_date(year, case when to_date then 1 else coalesce(quarter * 3 - 2, 1) end, 1) as first_day,
          (make_date(year, coalesce(quarter * 3 - 2, 10), 1) + interval '3 months')::date as next_day
        from told
      ),
      closed as (
        select period, version, first_day::timestamp at time zone 'Asia/Ho_Chi_Minh' as from_at,
          next_day::timestamp at time zone 'Asia/Ho_Chi_Minh' as until_at,
          (next_day + 15)::timestamp at time zone 'Asia/Ho_Chi_Minh' as cut_off_at
        from days
      )
      select period, version, product_id, array_agg(line_id order by line_id),
        coalesce(array_agg(line_id order by line_id) filter (where cardinality(self_dealing) > 0), '{}')
      from closed join audit.traded_line line on line.delivered_at >= from_at and line.delivered_at < until_at
        and (line.returned_at is null or line.returned_at >= cut_off_at) and not line.service
      group by period, version, product_id`);
    await runner.query(`
      create trigger period_line_append_only before update or delete or truncate on audit.period_line
        for each statement execute function audit.refuse_change()`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
