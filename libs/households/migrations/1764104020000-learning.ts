import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Learning1764104020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const TABLES = [
  `create table households.lesson_read (
    account_id uuid not null,
    lesson text not null,
    read_at timestamptz not null,
    constraint "PK_lesson_read" primary key (account_id, lesson)
  )`,
  `create table households.training_session (
    id uuid not null,
    held_on date not null,
    topic text not null,
    place text not null,
    commune_code text not null,
    commune_name text not null,
    province_code text not null,
    province_name text not null,
    created_by uuid not null,
    created_at timestamptz not null,
    constraint "PK_training_session" primary key (id)
  )`,
  `create index training_session_newest on households.training_session (held_on, id)`,
  `create table households.attendance (
    id uuid not null,
    session_id uuid not null,
    household_id uuid not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    withdrawn_by uuid,
    withdrawn_at timestamptz,
    constraint "PK_attendance" primary key (id),
    constraint attendance_session foreign key (session_id) references households.training_session (id),
    constraint attendance_household foreign key (household_id) references households.household (id),
    constraint attendance_withdrawn check ((withdrawn_by is null) = (withdrawn_at is null))
  )`,
  `create unique index attendance_once on households.attendance (session_id, household_id) where withdrawn_at is null`,
];
