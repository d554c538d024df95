import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Households1763700300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table households.household (
        id uuid not null,
        slug text not null,
        name text not null,
        name_key text not null,
        producer_name text not null,
        phone text,
        street text,
        commune_code text,
        commune_name text,
        commune_kind text,
        province_code text,
        province_name text,
        state text not null,
        import_key text,
        created_at timestamptz not null,
        created_by uuid,
        approved_at timestamptz,
        approved_by uuid,
        constraint "PK_household" primary key (id),
        constraint household_slug unique (slug),
        constraint household_import_key unique (import_key),
        constraint household_once_per_creator unique (created_by, name_key, commune_code),
        constraint household_state check (state in ('pending', 'approved', 'suspended')),
        constraint household_approval check ((state = 'pending') = (approved_at is null)),
        constraint household_place check (commune_code is null or province_code is not null)
      )`);
    await runner.query(`create index household_queue on households.household (state, created_at, id)`);
    await runner.query(`
      create table households.member (
        household_id uuid not null,
        account_id uuid not null,
        joined_at timestamptz not null,
        constraint "PK_member" primary key (household_id, account_id),
        constraint member_household foreign key (household_id) references households.household (id)
      )`);
    await runner.query(`create index member_account_id on households.member (account_id)`);
    await runner.query(`
      create table households.subject (
        id uuid not null,
        name text not null,
        kind text not null,
        address text,
        commune_code text,
        commune_name text,
        province_code text,
        province_name text,
        import_key text not null,
        created_at timestamptz not null,
        constraint "PK_subject" primary key (id),
        constraint subject_import_key unique (import_key),
        constraint subject_kind check (kind in ('cooperative', 'cooperative_group', 'firm', 'household_business'))
      )`);
    await runner.query(`
      create table households.subject_household (
        subject_id uuid not null,
        household_id uuid not null,
        constraint "PK_subject_household" primary key (subject_id, household_id),
        constraint subject_household_subject foreign key (subject_id) references households.subject (id),
        constraint subject_household_household foreign key (household_id) references households.household (id)
      )`);
    await runner.query(`create index subject_household_household_id on households.subject_household (household_id)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
