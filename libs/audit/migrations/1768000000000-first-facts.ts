import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first quarter with parcels is found by their totals: two of the three indexes that every closed parcel was written to have no reader left. */
export class FirstFacts1768000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop index audit.closed_parcel_closed, audit.closed_parcel_province');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
