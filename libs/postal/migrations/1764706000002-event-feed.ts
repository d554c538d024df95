import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Scans in the sequence in which they were recorded, for those who read them from outside. New scans come at the end of it, so it costs the intake little. */
export class EventFeed1764706000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index scan_as_recorded on postal.scan (recorded_at, id)');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
