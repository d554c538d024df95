import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Parcels taken in together lie on one page and are scanned together, so a page needs room for the next state of all of them. */
export class RoomForStates1767007000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table postal.parcel set (fillfactor = 50)');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
