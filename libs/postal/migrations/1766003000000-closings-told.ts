import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often a parcel's end was told of, so that of two tellings the later holds, whichever arrives first. */
export class ClosingsTold1766003000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table postal.parcel add column closings_told int not null default 0');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
