import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Makes changes of a table's rows fail, whoever tries. */
const APPEND_ONLY = (table: string) =>
  `create trigger ${table}_append_only before update or delete on postal.${table} for each row execute function postal.refuse_change()`;

/**
 * Scans lie by the month in which they came. What is there already stays where it is, as the first part. A unique index of a table in parts
 * must hold the key of the parts, so ids have a table of their own, in which each stands once. Lost and destroyed parcels come with it.
 */
const STATEMENTS = [
  `alter table postal.attempt drop constraint attempt_scan`,
  `create table postal.scan_id (id uuid not null, constraint "PK_scan_id" primary key (id))`,
  `insert into postal.scan_id select id from postal.scan`,
  APPEND_ONLY('scan_id'),
  `alter table postal.attempt add constraint attempt_scan foreign key (scan_id) references postal.scan_id (id)`,

  `alter table postal.scan rename to scan_before`,
  `drop trigger scan_append_only on postal.scan_before`,
  `alter index postal.scan_of_parcel rename to scan_before_of_parcel`,
  `alter table postal.scan_before drop constraint "PK_scan", drop constraint scan_code`,
  `alter table postal.scan_before
     add constraint "PK_scan_before" primary key (id, recorded_at),
     add constraint scan_code check (code in ('EMA', 'EDD', 'EDE', 'EMG', 'EDF', 'EDG', 'EMH', 'EDH', 'EMI', 'RTS', 'RTD', 'LST', 'DST'))`,
  `create table postal.scan (
    like postal.scan_before including constraints,
    constraint "PK_scan" primary key (id, recorded_at),
    constraint scan_parcel foreign key (parcel_number) references postal.parcel (number),
    constraint scan_office foreign key (office_id) references postal.office (id)
  ) partition by range (recorded_at)`,
  `create index scan_of_parcel on postal.scan (parcel_number, event_time)`,
  `do $$
  declare
    ends timestamptz := date_trunc('month', greatest(now(), (select max(recorded_at) from postal.scan_before)), 'UTC') + interval '1 month';
  begin
    execute format('alter table postal.scan attach partition postal.scan_before for values from (minvalue) to (%L)', ends);
  end $$`,
  // What no month was made for in time is kept here rather than refused.
  `create table postal.scan_other partition of postal.scan default`,
  APPEND_ONLY('scan'),
  `grant select, insert on postal.scan, postal.scan_id to choxa_postal`,

  // The post's role may not make tables. With its owner's rights this function makes the months that are missing, and nothing else.
  `create function postal.make_scan_months(from_day timestamptz, months int) returns int language plpgsql security definer
    set search_path = pg_catalog set timezone = 'UTC' as $$
    declare
      begins timestamptz;
      made int := 0;
    begin
      for ahead in 0 .. least(months, 24) loop
        begins := date_trunc('month', from_day) + make_interval(months => ahead);
        if to_regclass('postal.scan_' || to_char(begins, 'YYYY_MM')) is null then
          begin
            execute format('create table postal.%I partition of postal.scan for values from (%L) to (%L)',
              'scan_' || to_char(begins, 'YYYY_MM'), begins, begins + interval '1 month');
            made := made + 1;
          -- A month that lies within an older part, or of which scans lie among the others already, gets no part of its own.
          exception when invalid_object_definition or check_violation then null;
          end;
        end if;
      end loop;
      return made;
    end $$`,
  `revoke execute on function postal.make_scan_months from public`,
  `grant execute on function postal.make_scan_months to choxa_postal`,
  `select postal.make_scan_months(now(), 3)`,

  `alter table postal.parcel drop constraint parcel_state, add constraint parcel_state check (state in ('announced', 'accepted',
     'in_transit', 'at_delivery_office', 'out_for_delivery', 'held', 'attempt_failed', 'delivered', 'returning', 'returned', 'lost',
     'destroyed', 'withdrawn')) not valid`,
  `alter table postal.parcel validate constraint parcel_state`,
];

export class ScansByMonth1764702000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
