import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * That the office of a scan exists is looked at once a statement instead of once a row: a foreign key locks the office's row for each, and all devices of a
 * hub lock the same one. Offices are closed by their last day and never removed; the post's role may not.
 */
const STATEMENTS = [
  `alter table postal.scan drop constraint scan_office`,
  `alter table postal.parcel drop constraint parcel_current_office`,
  `create function postal.check_scan_offices() returns trigger language plpgsql as $$
    begin
      if exists (select from (select distinct office_id from added) as named
                 where not exists (select from postal.office where id = named.office_id)) then
        raise exception using errcode = 'foreign_key_violation', constraint = 'scan_office', message = 'scan of an unknown office';
      end if;
      return null;
    end $$`,
  `create trigger scan_office after insert on postal.scan referencing new table as added
     for each statement execute function postal.check_scan_offices()`,
  `revoke delete on postal.office from choxa_postal`,
];

export class ScansAtOffices1767007000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
