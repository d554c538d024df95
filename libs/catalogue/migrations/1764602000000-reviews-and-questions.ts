import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reviews by buyers, questions by shoppers, and reports about either. */
export class ReviewsAndQuestions1764602000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const HIDING = `
    hidden_at timestamptz,
    hidden_by uuid,
    hidden_reason text,`;

const STATEMENTS = [
  'alter table catalogue.product add column rating jsonb',
  `create table catalogue.review (
    id uuid not null,
    line_id uuid not null,
    product_id uuid not null,
    household_id uuid not null,
    account_id uuid,
    author_phone text,
    author_name text,
    stars int not null,
    text text not null default '',
    written_at timestamptz not null,
    edited_at timestamptz,
    reply text,
    replied_at timestamptz,${HIDING}
    constraint "PK_review" primary key (id),
    constraint review_line unique (line_id),
    constraint review_product_fk foreign key (product_id) references catalogue.product (id) on delete cascade,
    constraint review_stars check (stars between 1 and 5),
    constraint review_replied check ((reply is null) = (replied_at is null)),
    constraint review_hidden check ((hidden_at is null) = (hidden_by is null) and (hidden_at is null) = (hidden_reason is null))
  )`,
  'create index review_of_product on catalogue.review (product_id, written_at, id)',
  'create index review_of_household on catalogue.review (household_id, written_at, id)',
  'create index review_author on catalogue.review (account_id) where account_id is not null',
  `create table catalogue.review_picture (
    id uuid not null,
    review_id uuid not null,
    key text not null,
    position int not null,
    width int not null,
    height int not null,
    constraint "PK_review_picture" primary key (id),
    constraint review_picture_place unique (review_id, position),
    constraint review_picture_review_fk foreign key (review_id) references catalogue.review (id) on delete cascade,
    constraint review_picture_position check (position between 0 and 2)
  )`,
  `create table catalogue.question (
    id uuid not null,
    product_id uuid not null,
    household_id uuid not null,
    account_id uuid,
    author_phone text,
    author_name text,
    text text not null,
    asked_at timestamptz not null,
    answer text,
    answered_at timestamptz,${HIDING}
    constraint "PK_question" primary key (id),
    constraint question_product_fk foreign key (product_id) references catalogue.product (id) on delete cascade,
    constraint question_answered check ((answer is null) = (answered_at is null)),
    constraint question_hidden check ((hidden_at is null) = (hidden_by is null) and (hidden_at is null) = (hidden_reason is null))
  )`,
  'create index question_of_product on catalogue.question (product_id, asked_at, id)',
  'create index question_of_household on catalogue.question (household_id, asked_at, id)',
  'create index question_author on catalogue.question (account_id, asked_at) where account_id is not null',
  `alter table catalogue.product_report
    add column review_id uuid constraint product_report_review_fk references catalogue.review (id) on delete cascade,
    add column question_id uuid constraint product_report_question_fk references catalogue.question (id) on delete cascade,
    add constraint product_report_subject check (review_id is null or question_id is null),
    drop constraint product_report_outcome,
    add constraint product_report_outcome check (outcome in ('taken_down', 'corrected', 'unfounded', 'hidden', 'shown'))`,
  'create index product_report_review on catalogue.product_report (review_id) where review_id is not null',
  'create index product_report_question on catalogue.product_report (question_id) where question_id is not null',
];
