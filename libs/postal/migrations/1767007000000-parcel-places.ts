import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a row of `parcel` says of its place; null in both where it lies nowhere yet. */
const PLACE = `number, current_office_id, case when state in ('attempt_failed', 'held') then state_at end`;

/**
 * Where parcels lie has a narrow table of its own: while an index of `parcel` held it, each scan of a parcel wrote its whole row anew into seven
 * indexes. Triggers keep it, so that whatever moves a parcel cannot forget it.
 */
const STATEMENTS = [
  `create table postal.parcel_place (
    parcel_number text not null,
    office_id uuid,
    waiting_since timestamptz,
    constraint "PK_parcel_place" primary key (parcel_number),
    constraint parcel_place_parcel foreign key (parcel_number) references postal.parcel (number) on delete cascade
  ) with (fillfactor = 80)`,
  `insert into postal.parcel_place select ${PLACE} from postal.parcel where current_office_id is not null`,
  `create index parcel_place_of_office on postal.parcel_place (office_id)`,
  `create index parcel_place_waiting on postal.parcel_place (waiting_since) where waiting_since is not null`,
  `grant select, insert, update on postal.parcel_place to choxa_postal`,

  `create function postal.place_added() returns trigger language plpgsql as $$
    begin
      insert into postal.parcel_place select ${PLACE} from added where current_office_id is not null;
      return null;
    end $$`,
  `create trigger parcel_place_added after insert on postal.parcel referencing new table as added
     for each statement execute function postal.place_added()`,
  `create function postal.place_changed() returns trigger language plpgsql as $$
    begin
      insert into postal.parcel_place as place (parcel_number, office_id, waiting_since)
      select now_is.* from (select ${PLACE} from after_it) as now_is (number, office, waiting)
        join (select ${PLACE} from before_it) as was (number, office, waiting) using (number)
       where (now_is.office, now_is.waiting) is distinct from (was.office, was.waiting)
      on conflict (parcel_number) do update set office_id = excluded.office_id, waiting_since = excluded.waiting_since;
      return null;
    end $$`,
  `create trigger parcel_place_changed after update on postal.parcel referencing old table as before_it new table as after_it
     for each statement execute function postal.place_changed()`,

  `drop index postal.parcel_of_current_office`,
  `drop index postal.parcel_waiting`,
  // Room on each page for the next state of its parcels.
  `alter table postal.parcel set (fillfactor = 75)`,
];

export class ParcelPlaces1767007000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
