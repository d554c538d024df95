import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bags between offices, and what an operator decides about its labels and bags. */
export class Bags1764703000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table postal.counter_setting (
        operator_id uuid not null,
        gs1_prefix text,
        phone_on_label boolean not null default false,
        constraint "PK_counter_setting" primary key (operator_id),
        constraint counter_setting_operator foreign key (operator_id) references postal.operator (id),
        constraint counter_setting_prefix check (gs1_prefix ~ '^[0-9]{4,12}$')
      )`);
    await runner.query('create sequence postal.bag_serial');
    await runner.query(`
      create table postal.bag (
        id uuid not null,
        number text not null,
        operator_id uuid not null,
        from_office_id uuid not null,
        to_office_id uuid not null,
        state text not null,
        made_by uuid not null,
        made_at timestamptz not null,
        closed_at timestamptz,
        dispatched_at timestamptz,
        arrived_at timestamptz,
        opened_at timestamptz,
        constraint "PK_bag" primary key (id),
        constraint bag_number_unique unique (number),
        constraint bag_operator foreign key (operator_id) references postal.operator (id),
        constraint bag_from_office foreign key (from_office_id) references postal.office (id),
        constraint bag_to_office foreign key (to_office_id) references postal.office (id),
        constraint bag_state check (state in ('open', 'closed', 'dispatched', 'arrived', 'opened')),
        constraint bag_way check (from_office_id <> to_office_id),
        constraint bag_closed check ((state = 'open') = (closed_at is null)),
        constraint bag_dispatched check ((state in ('open', 'closed')) = (dispatched_at is null)),
        constraint bag_arrived check ((state in ('arrived', 'opened')) = (arrived_at is not null)),
        constraint bag_opened check ((state = 'opened') = (opened_at is not null))
      )`);
    await runner.query('create index bag_leaving on postal.bag (from_office_id, made_at)');
    await runner.query('create index bag_coming on postal.bag (to_office_id, made_at)');
    await runner.query(`
      create table postal.bag_parcel (
        bag_id uuid not null,
        parcel_number text not null,
        put_at timestamptz not null,
        taken_at timestamptz,
        outcome text,
        constraint "PK_bag_parcel" primary key (bag_id, parcel_number),
        constraint bag_parcel_bag foreign key (bag_id) references postal.bag (id),
        constraint bag_parcel_parcel foreign key (parcel_number) references postal.parcel (number),
        constraint bag_parcel_outcome check (outcome in ('taken_out', 'found', 'short', 'over') and (outcome is null) = (taken_at is null))
      )`);
    await runner.query('create unique index bag_parcel_in_one on postal.bag_parcel (parcel_number) where outcome is null');
    await runner.query('grant select, insert, update on postal.counter_setting, postal.bag, postal.bag_parcel to choxa_postal');
    await runner.query('grant usage on sequence postal.bag_serial to choxa_postal');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
