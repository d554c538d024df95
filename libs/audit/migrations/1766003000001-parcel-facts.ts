import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Parcels handed over, what was re-opened, and the totals by quarter. */
export class ParcelFacts1766003000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table audit.closed_parcel add column telling int not null default 0, add column failure_reason text,
        add column digital_address boolean not null default false, add column office_code text`);
    await runner.query('create index closed_parcel_commune on audit.closed_parcel (commune_code, closed_at)');
    await runner.query(`
      create table audit.reopened_parcel (
        operator_code text not null,
        number text not null,
        closed_at timestamptz not null,
        telling int not null,
        constraint "PK_reopened_parcel" primary key (operator_code, number, closed_at)
      )`);
    await runner.query(`
      create table audit.accepted_parcel (
        operator_code text not null,
        number text not null,
        accepted_at timestamptz not null,
        sender_province_code text not null,
        sender_commune_code text not null,
        province_code text not null,
        commune_code text not null,
        by_system boolean not null,
        postage_vnd bigint,
        closed_at timestamptz,
        constraint "PK_accepted_parcel" primary key (operator_code, number, accepted_at),
        constraint accepted_parcel_postage check (postage_vnd >= 0)
      )`);
    await runner.query(`
      create index accepted_parcel_open on audit.accepted_parcel (province_code, commune_code, accepted_at) where closed_at is null
        or date_trunc('quarter', timezone('Asia/Ho_Chi_Minh', closed_at)) <> date_trunc('quarter', timezone('Asia/Ho_Chi_Minh', accepted_at))`);
    await runner.query(`
      create table audit.parcel_period (
        period text not null,
        version int not null,
        province_code text not null,
        commune_code text not null,
        operator_code text not null,
        outcome text not null,
        delivery_place text not null,
        failure_reason text not null,
        at_once boolean not null,
        digital_address boolean not null,
        parcels int not null,
        constraint "PK_parcel_period" primary key
          (period, version, province_code, commune_code, operator_code, outcome, delivery_place, failure_reason, at_once, digital_address),
        constraint parcel_period_parcels check (parcels >= 0),
        constraint parcel_period_version check (version >= 0)
      )`);
    await runner.query('create index parcel_period_empty on audit.parcel_period (period) where parcels = 0');
    await runner.query(`
      create table audit.posting_period (
        period text not null,
        version int not null,
        province_code text not null,
        commune_code text not null,
        operator_code text not null,
        by_system boolean not null,
        parcels int not null,
        postage_vnd bigint not null,
        constraint "PK_posting_period" primary key (period, version, province_code, commune_code, operator_code, by_system),
        constraint posting_period_sums check (parcels >= 0 and postage_vnd >= 0),
        constraint posting_period_version check (version >= 0)
      )`);
    await runner.query('create index posting_period_empty on audit.posting_period (period) where parcels = 0');
    await runner.query(`
      insert into audit.parcel_period
      select to_char(timezone('Asia/Ho_Chi_Minh', closed_at), 'YYYY"-Q"Q'), 0, province_code, commune_code, operator_code, outcome,
        coalesce(delivery_place, ''), '', outcome = 'EMI' and attempts = 1, false, count(*)
      from audit.closed_parcel group by 1, 3, 4, 5, 6, 7, 9`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
