import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Delegation1764102010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity.delegation (
        id uuid not null,
        household_id uuid not null,
        household_name text not null,
        clerk_id uuid not null,
        member_id uuid not null,
        duties text[] not null,
        asked_by uuid not null,
        asked_at timestamptz not null,
        ends_at timestamptz not null,
        confirmed_at timestamptz,
        ended_at timestamptz,
        ended_by uuid,
        constraint "PK_delegation" primary key (id),
        constraint delegation_of_clerk foreign key (clerk_id) references identity.account (id),
        constraint delegation_of_member foreign key (member_id) references identity.account (id),
        constraint delegation_duties check (cardinality(duties) > 0 and duties <@ array['products', 'labels', 'orders']),
        constraint delegation_times check (ends_at > asked_at),
        constraint delegation_ended check ((ended_at is null) = (ended_by is null))
      )`);
    await runner.query(`create index delegation_household on identity.delegation (household_id, asked_at, id)`);
    await runner.query(`create index delegation_clerk on identity.delegation (clerk_id, asked_at, id)`);
    await runner.query(`alter table identity.session add column delegation_id uuid`);
    await runner.query(`
      alter table identity.session add constraint session_delegation foreign key (delegation_id) references identity.delegation (id)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
