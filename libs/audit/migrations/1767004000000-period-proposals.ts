import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two officials close a period: one proposes its document, another confirms it. Versions closed before keep their one official. */
export class PeriodProposals1767004000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit.period_proposal (
        id uuid not null,
        period text not null,
        version int not null,
        reason text,
        document text not null,
        sha256 text not null,
        proposed_at timestamptz not null,
        proposed_by uuid not null,
        outcome text,
        ended_at timestamptz,
        ended_by uuid,
        constraint "PK_period_proposal" primary key (id),
        constraint period_proposal_version check (version >= 1),
        constraint period_proposal_reason check ((version = 1) = (reason is null)),
        constraint period_proposal_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
        constraint period_proposal_outcome check (outcome in ('confirmed', 'withdrawn', 'lapsed')),
        constraint period_proposal_ended check ((outcome is null) = (ended_at is null) and (outcome is null) = (ended_by is null)),
        constraint period_proposal_by_two check (outcome is distinct from 'confirmed' or ended_by <> proposed_by)
      )`);
    await runner.query(`create unique index period_proposal_open on audit.period_proposal (period) where outcome is null`);
    await runner.query(`create index period_proposal_period on audit.period_proposal (period, proposed_at)`);
    await runner.query(`
      alter table audit.period_version
        add column proposed_at timestamptz,
        add column proposed_by uuid,
        add constraint period_version_by_two check (proposed_by <> closed_by),
        add constraint period_version_proposed check ((proposed_at is null) = (proposed_by is null))`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
