import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By what a purchase can be told to be one of the household's own people. */
export class HouseholdLinks1766002000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table households.household_link (
        household_id uuid not null,
        kind text not null,
        hash text not null,
        first_seen timestamptz not null,
        constraint "PK_household_link" primary key (household_id, kind, hash),
        constraint household_link_household foreign key (household_id) references households.household (id),
        constraint household_link_kind check (kind in ('account', 'phone', 'address', 'device'))
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
