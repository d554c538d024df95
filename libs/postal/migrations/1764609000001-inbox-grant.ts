import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The post's handlers learn which events of a batch are new to them. */
export class PostalInboxGrant1764609000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant select (event_id) on platform.inbox to choxa_postal');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
