import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many parcels were open at the end of each quarter, counted as they close; what was looked up before is not needed any more. */
export class OpenPeriods1767002000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table audit.open_period drop constraint open_period_parcels, drop constraint open_period_version,
        add constraint open_period_parcels check (parcels >= 0), add constraint open_period_version check (version >= 0)`);
    await runner.query('create index open_period_empty on audit.open_period (period) where parcels = 0');
    await runner.query('drop index audit.accepted_parcel_open');
    await runner.query(`
      insert into audit.open_period (period, version, province_code, commune_code, operator_code, band, parcels)
      select to_char(timezone('Asia/Ho_Chi_Minh', quarter_end - interval '1 day'), 'YYYY"-Q"Q'), 0, province_code, commune_code, operator_code,
        case when accepted_at > quarter_end - interval '3 days' then 'under_3' when accepted_at > quarter_end - interval '7 days' then 'under_7'
          when accepted_at > quarter_end - interval '14 days' then 'under_14' when accepted_at > quarter_end - interval '30 days' then 'under_30'
          else 'from_30' end,
        count(*)
      from (
        select * from audit.accepted_parcel
        where date_trunc('quarter', timezone('Asia/Ho_Chi_Minh', accepted_at)) < date_trunc('quarter', timezone('Asia/Ho_Chi_Minh', closed_at))
      ) over_an_end cross join lateral (
        select timezone('Asia/Ho_Chi_Minh', first_day) as quarter_end
          from generate_series(date_trunc('quarter', timezone('Asia/Ho_Chi_Minh', accepted_at)) + interval '3 months',
            date_trunc('quarter', timezone('Asia/Ho_Chi_Minh', closed_at)), interval '3 months') first_day) quarter_ends
      group by 1, 3, 4, 5, 6`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
