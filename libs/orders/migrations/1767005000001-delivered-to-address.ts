import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where the post handed over what was ordered; not known of what was delivered before. */
export class DeliveredToAddress1767005000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table orders.seller_order add column to_address boolean');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
