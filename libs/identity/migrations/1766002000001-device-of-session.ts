import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions know the device they were opened on, by a pseudonym. */
export class DeviceOfSession1766002000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table identity.session add column device_hash text');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
