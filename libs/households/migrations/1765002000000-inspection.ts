import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A household says whether recipients may look into its parcels. They may until it says otherwise: who pays at the door looks first. */
export class Inspection1765002000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table households.household add column inspection boolean not null default true');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
