import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How much of a line the household has; nothing stands there until it has answered. */
export class ConfirmedQuantity1764606000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table orders.order_line
        add column confirmed_quantity int,
        add constraint order_line_confirmed check (confirmed_quantity between 0 and quantity)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
