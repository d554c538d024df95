import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What indicators 11 and 27 are counted from: registers, displays, recognitions, attendance. */
export class SellingFacts1766002000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const STATEMENTS = [
  `create table audit.product_display (
     product_id uuid not null,
     at timestamptz not null,
     on_sale boolean not null,
     household_id uuid not null,
     constraint "PK_product_display" primary key (product_id, at)
   )`,
  `create index product_display_household on audit.product_display (household_id)`,
  `create table audit.recognition (
     recognition_id uuid not null,
     product_id uuid not null,
     household_id uuid not null,
     stars int not null,
     valid_from date not null,
     valid_to date not null,
     revoked_on date,
     settled_at timestamptz not null,
     constraint "PK_recognition" primary key (recognition_id)
   )`,
  `create index recognition_household on audit.recognition (household_id)`,
  `create table audit.register_version (
     version_id uuid not null,
     commune_code text not null,
     province_code text not null,
     as_of date not null,
     version int not null,
     constraint "PK_register_version" primary key (version_id)
   )`,
  `create index register_version_commune on audit.register_version (commune_code, as_of, version)`,
  `create table audit.register_entry (
     entry_id uuid not null,
     version_id uuid not null,
     household_id uuid,
     constraint "PK_register_entry" primary key (entry_id)
   )`,
  `create index register_entry_of_version on audit.register_entry (version_id)`,
  `create table audit.attendance (
     attendance_id uuid not null,
     session_id uuid not null,
     household_id uuid not null,
     held_on date,
     commune_code text,
     province_code text,
     withdrawn boolean not null,
     constraint "PK_attendance" primary key (attendance_id)
   )`,
  `create index attendance_held on audit.attendance (held_on)`,
];
