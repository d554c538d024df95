import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rounds of the postmen and their stops. */
export class Runs1764704000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table postal.run (
        id uuid not null,
        office_id uuid not null,
        name text not null,
        day date not null,
        state text not null,
        made_by uuid not null,
        made_at timestamptz not null,
        courier_id uuid,
        started_at timestamptz,
        ended_at timestamptz,
        constraint "PK_run" primary key (id),
        constraint run_office foreign key (office_id) references postal.office (id),
        constraint run_state check (state in ('planned', 'started', 'ended')),
        constraint run_times check ((state = 'planned') = (started_at is null) and (started_at is null) = (courier_id is null)
          and (state = 'ended') = (ended_at is not null))
      )`);
    await runner.query('create index run_of_office on postal.run (office_id, day)');
    await runner.query(`create unique index run_of_courier on postal.run (courier_id) where state = 'started'`);
    await runner.query(`
      create table postal.run_stop (
        run_id uuid not null,
        parcel_number text not null,
        place int not null,
        open boolean not null,
        constraint "PK_run_stop" primary key (run_id, parcel_number),
        constraint run_stop_run foreign key (run_id) references postal.run (id),
        constraint run_stop_parcel foreign key (parcel_number) references postal.parcel (number),
        constraint run_stop_place check (place >= 1)
      )`);
    await runner.query('create unique index run_stop_once on postal.run_stop (parcel_number) where open');
    await runner.query('grant select, insert, update on postal.run to choxa_postal');
    await runner.query('grant select, insert, update, delete on postal.run_stop to choxa_postal');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
