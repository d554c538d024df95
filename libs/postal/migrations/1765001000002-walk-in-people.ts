import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People at counters ask what is kept of them: their parcels are found by telephone. */
export class WalkInPeople1765001000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const role of ['sender', 'recipient'])
      await runner.query(`create index parcel_of_walk_in_${role} on postal.parcel (${role}_phone) where sender_key like 'counter:%'`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
