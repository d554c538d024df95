import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The post may add to the audit trail, and neither read it nor touch its chain. */
export class PostalTrailGrants1764102000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant insert (at, actor_kind, account_id, session_id, on_behalf_of, delegation_id, action, subject_kind, subject_id, details)
        on platform.trail_entry to choxa_postal`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
