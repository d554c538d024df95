import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which session a device proved itself in last: revoking the device ends it. */
export class DeviceSession1765007000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table postal.device add column session_id uuid');
    await runner.query('grant update (session_id) on postal.device to choxa_postal');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
