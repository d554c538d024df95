import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A delivery that the buyer disputes with the post itself is not disputed with us a second time. */
export class DisputesAtThePost1765004000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table orders.seller_order add column disputed_at timestamptz');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
