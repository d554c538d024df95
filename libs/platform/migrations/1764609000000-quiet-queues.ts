import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Queues made before 2026-11-25 sent a NOTIFY with every job, which made all transactions with events commit one after the other. */
export class QuietQueues1764609000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$ begin
        if to_regclass('pgboss.queue') is not null then update pgboss.queue set notify = false where notify; end if;
      end $$`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
