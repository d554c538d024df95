import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RecognitionChanges1764104010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const STATEMENTS = [
  `alter table catalogue.recognition add column set_named text`,
  `alter table catalogue.recognition drop constraint recognition_status, drop constraint recognition_confirmed`,
  `alter table catalogue.recognition
     add constraint recognition_status check (status in ('declared', 'entered', 'confirmed', 'revoked')),
     add constraint recognition_confirmed check (status = 'revoked' or (status = 'confirmed') = (confirmed_by is not null))`,
  `create index recognition_expiry on catalogue.recognition (expires_on, id) where status = 'confirmed'`,
  `create table catalogue.recognition_change (
    id uuid not null,
    recognition_id uuid not null,
    kind text not null,
    state text not null,
    reason text not null,
    former jsonb not null,
    wanted jsonb,
    proposed_by uuid not null,
    proposed_at timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    constraint "PK_recognition_change" primary key (id),
    constraint recognition_change_recognition foreign key (recognition_id) references catalogue.recognition (id) on delete cascade,
    constraint recognition_change_kind check (kind in ('correction', 'revocation')),
    constraint recognition_change_state check (state in ('proposed', 'confirmed', 'dropped')),
    constraint recognition_change_wanted check ((kind = 'correction') = (wanted is not null)),
    constraint recognition_change_decided check ((state = 'proposed') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
    constraint recognition_change_two_people check (state <> 'confirmed' or decided_by <> proposed_by)
  )`,
  `create unique index recognition_change_open on catalogue.recognition_change (recognition_id) where state = 'proposed'`,
  `create index recognition_change_of on catalogue.recognition_change (recognition_id, proposed_at)`,
  `create table catalogue.recognition_reminder (
    recognition_id uuid not null,
    days_before int not null,
    sent_at timestamptz not null,
    constraint "PK_recognition_reminder" primary key (recognition_id, days_before),
    constraint recognition_reminder_recognition foreign key (recognition_id) references catalogue.recognition (id) on delete cascade
  )`,
];
