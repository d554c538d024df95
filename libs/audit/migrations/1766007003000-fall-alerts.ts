import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FallAlerts1766007003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit.fall_threshold (
        indicator int not null,
        valid_from date not null,
        valid_to date,
        hundredths int not null,
        basis text not null,
        constraint "PK_fall_threshold" primary key (indicator, valid_from),
        constraint fall_threshold_points check (hundredths > 0),
        constraint fall_threshold_days check (valid_to is null or valid_from < valid_to)
      )`);
    await runner.query(`
      insert into audit.fall_threshold (indicator, valid_from, hundredths, basis)
      select indicator, '2024-05-02', 200, 'Ngưỡng của nền tảng, chưa có văn bản quy định / chosen by the platform, set by no decree'
        from unnest(array[11, 12, 13]) as indicator`);
    await runner.query(`
      create table audit.fall_alert (
        period text not null,
        indicator int not null,
        place_kind text not null,
        place_code text not null,
        numerator_before bigint not null,
        denominator_before bigint not null,
        numerator bigint not null,
        denominator bigint not null,
        fell_hundredths int not null,
        threshold_hundredths int not null,
        raised_at timestamptz not null,
        constraint "PK_fall_alert" primary key (period, indicator, place_kind, place_code),
        constraint fall_alert_place_kind check (place_kind in ('nation', 'province')),
        constraint fall_alert_fell check (fell_hundredths > threshold_hundredths)
      )`);
    await runner.query(`
      create table audit.period_watch (
        period text not null,
        watched_at timestamptz not null,
        constraint "PK_period_watch" primary key (period)
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
