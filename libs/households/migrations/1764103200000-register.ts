import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The register of OCOP households as communes keep it, in dated versions. */
export class Register1764103200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table households.register_version (
        id uuid not null,
        commune_code text not null,
        commune_name text not null,
        province_code text not null,
        province_name text not null,
        as_of date not null,
        version int not null,
        source text not null,
        content_hash text not null,
        imported_at timestamptz not null,
        constraint "PK_register_version" primary key (id),
        constraint register_version_once unique (commune_code, as_of, version),
        constraint register_version_number check (version >= 1)
      )`);
    await runner.query(`
      create table households.register_entry (
        id uuid not null,
        version_id uuid not null,
        position int not null,
        name text not null,
        representative text,
        address text,
        products text,
        household_id uuid,
        candidates int not null,
        constraint "PK_register_entry" primary key (id),
        constraint register_entry_version foreign key (version_id) references households.register_version (id),
        constraint register_entry_household foreign key (household_id) references households.household (id),
        constraint register_entry_position unique (version_id, position),
        constraint register_entry_candidates check (candidates >= 0 and (household_id is null or candidates >= 1))
      )`);
    await runner.query(`create index register_entry_household_id on households.register_entry (household_id)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
