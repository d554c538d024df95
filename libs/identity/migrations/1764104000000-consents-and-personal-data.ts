import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ConsentsAndPersonalData1764104000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
    for (const [kind, workingDays, basis] of PERIODS)
      await runner.query(
        `insert into identity.legal_period (kind, valid_from, valid_to, working_days, basis) values ($1, $2, null, $3, $4)`,
        [kind, '2026-01-01', workingDays, basis],
      );
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const LAW = 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 và nghị định hướng dẫn';

const PERIODS: readonly (readonly [kind: string, workingDays: number, basis: string])[] = [
  ['deletion-answer', 2, LAW],
  ['deletion-execution', 15, LAW],
  ['deletion-reflection', 3, 'Quy định của Chợ Xã: thời gian để đổi ý, trong hạn của luật'],
];

const TABLES = [
  `create table identity.consent (
    id bigint generated always as identity,
    account_id uuid not null,
    purpose text not null,
    given boolean not null,
    text_version text not null,
    text_hash text not null,
    how text not null,
    at timestamptz not null,
    constraint "PK_consent" primary key (id),
    constraint consent_account foreign key (account_id) references identity.account (id),
    constraint consent_purpose check (purpose in ('terms', 'marketing', 'learning-reminders', 'trace-phone', 'trace-address')),
    constraint consent_how check (how in ('sign-in', 'account-page')),
    constraint consent_terms_stay check (purpose <> 'terms' or given)
  )`,
  `create index consent_of_account on identity.consent (account_id, purpose, id)`,
  `create function identity.refuse_change() returns trigger language plpgsql as
    $$ begin raise exception '% is append-only', tg_table_name; end $$`,
  `create trigger consent_append_only before update or delete on identity.consent for each row execute function identity.refuse_change()`,
  `create table identity.legal_period (
    kind text not null,
    valid_from date not null,
    valid_to date,
    working_days int not null,
    basis text not null,
    constraint "PK_legal_period" primary key (kind, valid_from),
    constraint legal_period_validity check (valid_to is null or valid_to > valid_from),
    constraint legal_period_days check (working_days >= 0)
  )`,
  `create table identity.deletion_request (
    id uuid not null,
    account_id uuid not null,
    state text not null,
    requested_at timestamptz not null,
    answer_due_on date not null,
    answered_at timestamptz,
    not_before date not null,
    due_on date not null,
    obstacles jsonb not null,
    closed_at timestamptz,
    constraint "PK_deletion_request" primary key (id),
    constraint deletion_request_account foreign key (account_id) references identity.account (id),
    constraint deletion_request_state check (state in ('accepted', 'held', 'done', 'withdrawn')),
    constraint deletion_request_closed check ((state in ('done', 'withdrawn')) = (closed_at is not null))
  )`,
  `create unique index deletion_request_open on identity.deletion_request (account_id) where state in ('accepted', 'held')`,
  `create index deletion_request_due on identity.deletion_request (due_on, id)`,
  `alter table identity.account add column erased_at timestamptz`,
  `alter table identity.account add constraint account_erased check (erased_at is null or (disabled_at is not null and name = ''))`,
];
