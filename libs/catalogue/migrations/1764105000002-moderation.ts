import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Products taken down at an authority's request, and what shoppers report. */
export class Moderation1764105000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const STATEMENTS = [
  'alter table catalogue.product add column taken_down_at timestamptz',
  `create table catalogue.takedown (
    id uuid not null,
    product_id uuid not null,
    authority text not null,
    document_number text not null,
    reason text not null,
    requested_at timestamptz not null,
    due_at timestamptz not null,
    basis text not null,
    taken_down_at timestamptz not null,
    ordered_by uuid not null,
    appeal text,
    appealed_at timestamptz,
    decision text,
    decision_note text,
    decided_at timestamptz,
    decided_by uuid,
    constraint "PK_takedown" primary key (id),
    constraint takedown_product_fk foreign key (product_id) references catalogue.product (id) on delete cascade,
    constraint takedown_clock check (requested_at <= taken_down_at and requested_at < due_at),
    constraint takedown_appeal check ((appeal is null) = (appealed_at is null)),
    constraint takedown_decision check (decision in ('upheld', 'restored')),
    constraint takedown_decided check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null))
  )`,
  `create unique index takedown_in_force on catalogue.takedown (product_id) where decision is distinct from 'restored'`,
  'create index takedown_by_time on catalogue.takedown (taken_down_at, id)',
  `create table catalogue.product_report (
    id uuid not null,
    code text not null,
    product_id uuid not null,
    category text not null,
    text text not null default '',
    sender_key text,
    created_at timestamptz not null,
    outcome text,
    note text,
    handled_at timestamptz,
    handled_by uuid,
    constraint "PK_product_report" primary key (id),
    constraint product_report_code unique (code),
    constraint product_report_product_fk foreign key (product_id) references catalogue.product (id) on delete cascade,
    constraint product_report_outcome check (outcome in ('taken_down', 'corrected', 'unfounded')),
    constraint product_report_handled check ((outcome is null) = (handled_at is null) and (outcome is null) = (handled_by is null))
  )`,
  'create index product_report_by_time on catalogue.product_report (created_at, id)',
  'create index product_report_product on catalogue.product_report (product_id, created_at)',
  'create index product_report_sender on catalogue.product_report (sender_key) where sender_key is not null',
];
