import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Suspicions1764108000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table labelling.suspicion (
        id uuid not null,
        kind text not null,
        address text not null,
        pack_id uuid,
        lot_id uuid,
        serial text,
        note text,
        seen_province_code text,
        other_province_code text,
        distance_km int,
        province_codes text[] not null,
        caller_hash text,
        raised_at timestamptz not null,
        closed_at timestamptz,
        closed_by uuid,
        outcome text,
        constraint "PK_suspicion" primary key (id),
        constraint suspicion_kind check (kind in ('looks_fake', 'other_product', 'date_changed', 'other', 'serial_far')),
        constraint suspicion_outcome check (outcome in ('genuine', 'counterfeit', 'unclear')),
        constraint suspicion_closed check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (outcome is null))
      )`);
    await runner.query(`create index suspicion_newest on labelling.suspicion (raised_at, id)`);
    await runner.query(`create index suspicion_address on labelling.suspicion (address, raised_at)`);
    await runner.query(`create index suspicion_caller on labelling.suspicion (caller_hash, raised_at)`);
    await runner.query(`
      create table labelling.serial_sighting (
        id uuid not null,
        pack_id uuid not null,
        serial text not null,
        province_code text not null,
        seen_at timestamptz not null,
        constraint "PK_serial_sighting" primary key (id)
      )`);
    await runner.query(`create index serial_sighting_of on labelling.serial_sighting (pack_id, serial, seen_at)`);
    await runner.query(`
      create table labelling.serial_rule (
        valid_from date not null,
        valid_to date,
        far_km int not null,
        within_hours int not null,
        basis text not null,
        constraint "PK_serial_rule" primary key (valid_from),
        constraint serial_rule_days check (valid_to > valid_from),
        constraint serial_rule_limits check (far_km > 0 and within_hours > 0)
      )`);
    // Farther than a van carries goods from one market to the next in a day and a half.
    await runner.query(`
      insert into labelling.serial_rule (valid_from, valid_to, far_km, within_hours, basis)
      values ('2026-01-01', null, 300, 36, 'quy tắc của sàn / rule of the platform')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
