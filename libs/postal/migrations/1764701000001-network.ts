import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Legs between offices, the way of a parcel, and what the register of offices says of each. */
export class PostalNetwork1764701000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table postal.leg (
        id uuid not null,
        operator_id uuid not null,
        from_office_id uuid not null,
        to_office_id uuid not null,
        departs text[] not null,
        travel_minutes int not null,
        cut_off_minutes int not null,
        valid_from date not null,
        valid_to date,
        constraint "PK_leg" primary key (id),
        constraint leg_operator foreign key (operator_id) references postal.operator (id),
        constraint leg_from_office foreign key (from_office_id) references postal.office (id),
        constraint leg_to_office foreign key (to_office_id) references postal.office (id),
        constraint leg_ends check (from_office_id <> to_office_id),
        constraint leg_departs
          check (cardinality(departs) > 0 and array_to_string(departs, ',') ~ '^(([01][0-9]|2[0-3]):[0-5][0-9](,|$))+$'),
        constraint leg_minutes check (travel_minutes > 0 and cut_off_minutes >= 0),
        constraint leg_validity check (valid_to is null or valid_to >= valid_from)
      )`);
    await runner.query(`create index leg_of_operator on postal.leg (operator_id, from_office_id)`);
    // Rows are never deleted: which way a parcel was promised by stays to be seen.
    await runner.query(`grant select, insert, update on postal.leg to choxa_postal`);
    await runner.query(`
      alter table postal.parcel
        add column route uuid[] not null default '{}',
        add column promised_at timestamptz`);
    await runner.query(`
      alter table postal.office
        add column staffed boolean not null default true,
        add column internet boolean not null default true,
        add column public_service boolean not null default false,
        add column latitude double precision,
        add column longitude double precision,
        add column opening_hours text[] not null default '{}',
        add column runs_leave text not null default '08:00',
        add column runs_end text not null default '17:30',
        add column valid_from date not null default '2026-01-01',
        add column valid_to date,
        add constraint office_point check ((latitude is null) = (longitude is null)),
        add constraint office_hours check (cardinality(opening_hours) in (0, 7)),
        add constraint office_runs check (runs_leave ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and runs_end ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and runs_leave < runs_end),
        add constraint office_validity check (valid_to is null or valid_to >= valid_from)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
